import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { pushSubscriptions } from "@/server/db/schema/notifications";
import { sessions } from "@/server/db/schema/sessions";
import type { Transaction } from "@/server/db/transaction";
import { forgetSessions } from "./active-session";
import { announceOwnSecurity } from "./announce-own-security";

type Which = {
  userId: string;
  /** only this one; otherwise all of the person's */
  sessionId?: string;
  /** all but this one */
  except?: string | null;
};

/**
 * Ends sessions of a person: their tokens stop working at once here, and within two seconds in other
 * processes; their devices get no more pushes; open sockets are closed, and those of sessions that remain come back. Returns how many ended.
 */
export async function revokeSessions(tx: Transaction, which: Which, reason: string): Promise<number> {
  const { userId, sessionId, except } = which;
  const ended = await tx.db
    .update(sessions)
    .set({ revokedAt: sql`now()`, revokeReason: reason })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        sessionId ? eq(sessions.id, sessionId) : undefined,
        except ? ne(sessions.id, except) : undefined,
      ),
    )
    .returning({ id: sessions.id });
  const ids = ended.map(({ id }) => id);
  if (ids.length > 0) await tx.db.delete(pushSubscriptions).where(inArray(pushSubscriptions.sessionId, ids));
  for (const { id } of ended) {
    tx.audit({ action: "session.ended", target: { type: "session", id }, reason });
    tx.afterCommit(() => forgetSessions({ sessionId: id }));
  }
  if (ended.length > 0) {
    announceOwnSecurity(tx, userId);
    tx.disconnect(userId);
  }
  return ended.length;
}
