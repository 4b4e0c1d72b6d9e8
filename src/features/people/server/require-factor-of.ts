import { eq, sql } from "drizzle-orm";
import { requireSubordinate } from "@/features/users/server/require-subordinate";
import { AppError } from "@/server/app-error";
import { forgetSessions } from "@/server/auth/active-session";
import { announceOwnSecurity } from "@/server/auth/announce-own-security";
import type { ActorContext } from "@/server/context";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import type { RequireSecondFactorInput } from "../input";

/**
 * Demands a second factor of somebody, or no longer does: whoever has none can do nothing but set one up, from their
 * next request on. Throws NOT_FOUND, OWN_ACCOUNT, FORBIDDEN, or ALREADY_DONE.
 */
export function requireFactorOf(
  ctx: ActorContext,
  { userId, required }: RequireSecondFactorInput,
): Promise<void> {
  return transaction(ctx, async (tx) => {
    const user = await requireSubordinate(ctx, tx.db, userId);
    if (user.secondFactorRequired === required) throw new AppError("ALREADY_DONE");
    await tx.db
      .update(users)
      .set({ secondFactorRequired: required, updatedAt: sql`now()` })
      .where(eq(users.id, userId));
    tx.audit({
      action: "user.second-factor-demanded",
      target: { type: "user", id: userId },
      before: { required: user.secondFactorRequired },
      after: { required },
    });
    tx.afterCommit(() => forgetSessions({ userId }));
    announceOwnSecurity(tx, userId);
    // Their sockets listen no longer than they may do something.
    if (required && !user.hasSecondFactor) tx.disconnect(userId);
  });
}
