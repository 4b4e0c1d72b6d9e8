import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { passkeys, totpFactors } from "@/server/db/schema/factors";
import { sessions } from "@/server/db/schema/sessions";
import { users } from "@/server/db/schema/users";
import { processSingleton } from "@/server/process-singleton";

/** How long another process may still honour a session that this one has ended. */
const cacheMs = 2_000;

/** A session that has not ended, and the active person behind it. */
export type ActiveSession = {
  id: string;
  actor: Actor;
  client: "browser" | "api";
  /** Whether the person has set up codes or a passkey. */
  hasSecondFactor: boolean;
  /** Whether an administrator demands one of this person. */
  secondFactorRequired: boolean;
  /** where it was last used from */
  country: string | null;
  /** Tokens of the session count up: this is the newest generation. */
  generation: number;
  /** When the newest generation was made, and when it was first seen in use (null: not yet). */
  rotatedAt: Date;
  confirmedAt: Date | null;
  createdAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
};

type Entry = { session: ActiveSession | null };
const cache = () =>
  processSingleton("active-sessions", () => new LRUCache<string, Entry>({ max: 50_000, ttl: cacheMs }));

/** The reads that are under way, by session: a page's requests come together, and wait for one. */
const readings = () =>
  processSingleton("session-readings", () => new Map<string, Promise<ActiveSession | null>>());

/**
 * A session and the person behind it, as the database says: null when the session has ended or expired, or
 * when the account is not active. Cached for two seconds unless asked `fresh`; `forgetSessions` clears at once.
 */
export async function loadSession(
  sessionId: string,
  { fresh = false }: { fresh?: boolean } = {},
): Promise<ActiveSession | null> {
  const known = fresh ? undefined : cache().get(sessionId);
  if (known) return known.session;
  const underWay = fresh ? undefined : readings().get(sessionId);
  return underWay ?? readAnew(sessionId);
}

function readAnew(sessionId: string): Promise<ActiveSession | null> {
  const isWanted = () => readings().get(sessionId) === reading;
  const reading: Promise<ActiveSession | null> = readSession(sessionId)
    .then((session) => {
      if (isWanted()) cache().set(sessionId, { session });
      return session;
    })
    .finally(() => {
      if (isWanted()) readings().delete(sessionId);
    });
  readings().set(sessionId, reading);
  return reading;
}

async function readSession(sessionId: string): Promise<ActiveSession | null> {
  const [row] = await processSingleton("session-statement", prepareStatement).execute({ sessionId });
  return row ?? null;
}

/** Built once, and planned once for each connection: every request of somebody whose session is not in the cache asks for it. */
function prepareStatement() {
  return database()
    .db.select({
      actor: {
        id: users.id,
        username: users.username,
        displayName: users.displayName,
        email: users.email,
        role: users.role,
      },
      id: sessions.id,
      client: sessions.client,
      hasSecondFactor: sql<boolean>`(
        exists (select from ${totpFactors}
          where ${totpFactors.userId} = ${users.id} and ${totpFactors.sealedSecret} is not null)
        or exists (select from ${passkeys} where ${passkeys.userId} = ${users.id}))`,
      secondFactorRequired: users.secondFactorRequired,
      country: sessions.country,
      generation: sessions.generation,
      rotatedAt: sessions.rotatedAt,
      confirmedAt: sessions.confirmedAt,
      createdAt: sessions.createdAt,
      lastUsedAt: sessions.lastUsedAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.id, sql.placeholder("sessionId")),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, sql`now()`),
        eq(users.status, "active"),
      ),
    )
    .prepare("active_session");
}

/** Makes this process read sessions anew: call after ending or changing one, or changing a person's role, status, name or second factors. */
export function forgetSessions(matches: { sessionId?: string; userId?: string }) {
  if (matches.sessionId) {
    cache().delete(matches.sessionId);
    readings().delete(matches.sessionId);
  }
  if (matches.userId) {
    // Whose they are is known afterwards.
    readings().clear();
    for (const [id, { session }] of cache().entries()) {
      if (session === null || session.actor.id === matches.userId) cache().delete(id);
    }
  }
}
