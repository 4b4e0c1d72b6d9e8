import { and, isNull, or, sql } from "drizzle-orm";
import { getSettings } from "@/features/settings/server/get-settings";
import { forgetSessions } from "@/server/auth/active-session";
import { announceOwnSecurity } from "@/server/auth/announce-own-security";
import type { Context } from "@/server/context";
import { sessions } from "@/server/db/schema/sessions";
import { transaction } from "@/server/db/transaction";

/** Most sessions that one run ends. */
const batch = 1_000;

/**
 * Ends sessions that are too old or were unused for too long. Their tokens are refused without this; it
 * closes the sockets that are still open. Returns how many it ended.
 */
export async function expireSessions(ctx: Context): Promise<{ expired: number }> {
  const { sessionIdleHours, sessionMaximumDays } = await getSettings();
  const expired = await transaction(ctx, async (tx) => {
    const due = tx.db
      .select({ id: sessions.id })
      .from(sessions)
      .where(
        and(
          isNull(sessions.revokedAt),
          or(
            sql`${sessions.lastUsedAt} <= now() - ${sessionIdleHours} * interval '1 hour'`,
            sql`${sessions.createdAt} <= now() - ${sessionMaximumDays} * interval '1 day'`,
            sql`${sessions.expiresAt} <= now()`,
          ),
        ),
      )
      .limit(batch)
      .for("update", { skipLocked: true });
    const rows = await tx.db
      .update(sessions)
      .set({ revokedAt: sql`now()`, revokeReason: "expired" })
      .where(sql`${sessions.id} in ${due}`)
      .returning({ id: sessions.id, userId: sessions.userId });
    for (const { id, userId } of rows) {
      tx.audit({ action: "session.ended", target: { type: "session", id }, reason: "expired" });
      tx.afterCommit(() => forgetSessions({ sessionId: id }));
      announceOwnSecurity(tx, userId);
      tx.disconnect(userId);
    }
    return rows.length;
  });
  return { expired };
}
