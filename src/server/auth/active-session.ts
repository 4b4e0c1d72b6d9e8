import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { sessions } from "@/server/db/schema/sessions";
import { users } from "@/server/db/schema/users";
import { processSingleton } from "@/server/process-singleton";

/** How long another process may still honour a session that this one has ended. */
const cacheMs = 2_000;

type Entry = { actor: Actor | null };
const cache = () =>
  processSingleton("active-sessions", () => new LRUCache<string, Entry>({ max: 50_000, ttl: cacheMs }));

/**
 * The person behind a session, as the database says: null when the session has ended or expired, or
 * when the account is not active. Cached for two seconds; `forgetSessions` clears at once.
 */
export async function loadActor(sessionId: string): Promise<Actor | null> {
  const known = cache().get(sessionId);
  if (known) return known.actor;
  const [row] = await database()
    .db.select({
      id: users.id,
      username: users.username,
      displayName: users.displayName,
      email: users.email,
      role: users.role,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.id, sessionId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, sql`now()`),
        eq(users.status, "active"),
      ),
    );
  const actor = row ?? null;
  cache().set(sessionId, { actor });
  return actor;
}

/** Makes this process read sessions anew: call after revoking one or changing a person's role, status or name. */
export function forgetSessions(matches: { sessionId?: string; userId?: string }) {
  if (matches.sessionId) cache().delete(matches.sessionId);
  if (matches.userId) {
    for (const [id, entry] of cache().entries()) {
      if (entry.actor === null || entry.actor.id === matches.userId) cache().delete(id);
    }
  }
}
