import { eq, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import { revokeSessions } from "@/server/auth/revoke-sessions";
import type { ActorContext } from "@/server/context";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import { requireUserForUpdate } from "./require-user";

/**
 * Lets somebody who was approved or rejected wait again. Throws NOT_FOUND, or ALREADY_DONE when something
 * else has become of the account since.
 */
export async function undoReview(
  ctx: ActorContext,
  { userId, verdict }: { userId: string; verdict: "active" | "rejected" },
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const user = await requireUserForUpdate(tx.db, userId);
    if (user.status !== verdict) throw new AppError("ALREADY_DONE");
    await tx.db.update(users).set({ status: "pending", updatedAt: sql`now()` }).where(eq(users.id, userId));
    await revokeSessions(tx, { userId }, "the approval was taken back");
    tx.audit({
      action: "user.review-undone",
      target: { type: "user", id: userId },
      before: { status: verdict },
      after: { status: "pending" },
    });
  });
}
