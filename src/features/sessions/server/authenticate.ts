import { and, eq, isNull, sql } from "drizzle-orm";
import { watchPlaces } from "@/features/security/server/events/watch-sign-ins";
import { getSettings } from "@/features/settings/server/get-settings";
import { userChannel } from "@/features/users/channels";
import { type ActiveSession, forgetSessions, loadSession } from "@/server/auth/active-session";
import { sessionTokenOf } from "@/server/auth/session-cookie";
import { readToken, type SessionClaims } from "@/server/auth/session-token";
import { database } from "@/server/db/client";
import { sessions } from "@/server/db/schema/sessions";
import { transaction } from "@/server/db/transaction";
import { placeOf } from "@/server/places/place-of";
import { processSingleton } from "@/server/process-singleton";
import { systemContext } from "@/server/trpc/request-context";
import type { OwnSecurityEvents } from "../events";
import { isWithinLimits } from "../session-limits";
import { judgeToken, type TokenState } from "../token-state";
import { revokeStolenSession } from "./revoke-stolen-session";

/** The headers that say who asks, and the client's address. */
export type Credentials = {
  cookie: string | null;
  authorization: string | null;
  ip: string | null;
  userAgent: string | null;
};

type Origin = { ip: string | null; userAgent: string | null };

export type Authenticated = { session: ActiveSession; claims: SessionClaims; state: TokenState };

/** How often the last use of a session is written down. */
const touchEveryMs = 60_000;

/**
 * The session that a request belongs to, by its bearer token or else its cookie; null when it has none that
 * counts. A token that was rotated out and comes back ends its session. Costs no query while the session is
 * in the cache.
 */
export async function authenticate(credentials: Credentials): Promise<Authenticated | null> {
  const claims = await readClaims(credentials);
  return claims && authenticateClaims(claims, credentials);
}

/** As `authenticate`, for a token that was read already. */
export async function authenticateClaims(claims: SessionClaims, from: Origin): Promise<Authenticated | null> {
  let session = await loadSession(claims.sid);
  // Another process may have rotated the token or seen it in use: no verdict on what is cached here.
  if (session && judgeToken(claims, session, Date.now()) !== "current") {
    session = await loadSession(claims.sid, { fresh: true });
  }
  if (!session || claims.gen > session.generation) return null;
  if (session.client !== (claims.use === "browser" ? "browser" : "api")) return null;
  const now = Date.now();
  if (!isWithinLimits(session, await getSettings(), now)) return null;
  const state = judgeToken(claims, session, now);
  if (state === "reused") await revokeStolenSession(session, from);
  if (state === "reused" || state === "outdated") return null;
  if (state === "current" && !session.confirmedAt) await confirm(session);
  if (now - session.lastUsedAt.getTime() > touchEveryMs) await touch(session, from);
  return { session, claims, state };
}

function readClaims({ authorization, cookie }: Credentials): Promise<SessionClaims | null> | null {
  if (authorization) {
    const [, token] = authorization.match(/^Bearer ([\w.-]+)$/i) ?? [];
    return token ? readToken(token, "access") : null;
  }
  const token = sessionTokenOf(cookie);
  return token ? readToken(token, "browser") : null;
}

/** The newest token is in use: whoever holds it received it. */
async function confirm({ id, generation }: ActiveSession): Promise<void> {
  await database()
    .db.update(sessions)
    .set({ confirmedAt: sql`now()` })
    .where(and(eq(sessions.id, id), eq(sessions.generation, generation), isNull(sessions.confirmedAt)));
  forgetSessions({ sessionId: id });
}

/** Notes that a session is used. A page's requests come together: one of them sees to it. */
async function touch(session: ActiveSession, from: Origin): Promise<void> {
  const touching = processSingleton("sessions-being-touched", () => new Set<string>());
  if (touching.has(session.id)) return;
  touching.add(session.id);
  try {
    await noteUse(session, from);
  } finally {
    touching.delete(session.id);
  }
}

/** Notes when and from where a session is used, and tells its person's pages. One that goes on in another country is looked at closely. */
async function noteUse(session: ActiveSession, from: Origin): Promise<void> {
  const { id, actor, country: before, lastUsedAt } = session;
  const country = from.ip ? placeOf(from.ip).country : before;
  await transaction(systemContext(), async (tx) => {
    const [used] = await tx.db
      .update(sessions)
      .set({ lastUsedAt: sql`now()`, country, ip: from.ip ?? sql`${sessions.ip}` })
      .where(eq(sessions.id, id))
      .returning({ id: sessions.id, ip: sessions.ip, country: sessions.country, at: sessions.lastUsedAt });
    if (!used) return;
    const { at, ...place } = used;
    const data: OwnSecurityEvents["session.used"] = { session: { ...place, lastUsedAt: at.toISOString() } };
    tx.emit({ channels: [userChannel(actor.id)], name: "session.used", data });
  });
  forgetSessions({ sessionId: id });
  if (country && before && country !== before) {
    await watchPlaces({ ...systemContext(), ...from }, actor.id, id, { country: before, lastUsedAt });
  }
}
