import { eq, sql } from "drizzle-orm";
import { watchSignIn } from "@/features/security/server/events/watch-sign-ins";
import { getSetting } from "@/features/settings/server/get-settings";
import { announceOwnSecurity } from "@/server/auth/announce-own-security";
import { revokeSessions } from "@/server/auth/revoke-sessions";
import type { Context } from "@/server/context";
import { sessions, type signInMethods } from "@/server/db/schema/sessions";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import { placeOf } from "@/server/places/place-of";
import { tellNewDevice } from "./tell-new-device";

export type StartedSession = { userId: string; sessionId: string; expiresAt: Date };

/**
 * Starts a session for somebody who has proved who they are. The session that the same browser had before
 * ends: nobody can be made to go on in a session that another person prepared.
 */
export async function startSession(
  ctx: Context,
  userId: string,
  client: "browser" | "api",
  method: (typeof signInMethods)[number] = "password",
): Promise<StartedSession> {
  const days = await getSetting("sessionMaximumDays");
  const { country } = placeOf(ctx.ip);
  const session = await transaction(ctx, async (tx) => {
    const former = ctx.actor ?? ctx.enrolling;
    if (former && ctx.sessionId && client === "browser") {
      await revokeSessions(tx, { userId: former.id, sessionId: ctx.sessionId }, "signed in anew");
    }
    await tellNewDevice(tx, ctx, userId);
    const [row] = await tx.db
      .insert(sessions)
      .values({
        userId,
        client,
        method,
        ip: ctx.ip,
        country,
        userAgent: ctx.userAgent,
        expiresAt: sql`now() + ${days} * interval '1 day'`,
      })
      .returning({ sessionId: sessions.id, expiresAt: sessions.expiresAt });
    await tx.db.update(users).set({ lastCountry: country }).where(eq(users.id, userId));
    const started = row as { sessionId: string; expiresAt: Date };
    tx.audit({
      action: "session.started",
      target: { type: "session", id: started.sessionId },
      actorId: userId,
      after: { userId, client, method },
    });
    announceOwnSecurity(tx, userId);
    return { userId, ...started };
  });
  await watchSignIn(ctx, userId, session.sessionId);
  return session;
}
