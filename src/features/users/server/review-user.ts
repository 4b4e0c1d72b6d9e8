import { eq, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import type { AdminUser } from "../dto";
import { canApproveUser, canRejectUser } from "../policy";
import { requireUserForUpdate } from "./require-user";

/** Lets a pending person in. Throws NOT_FOUND, or ALREADY_DONE when the account is no longer pending. */
export function approveUser(ctx: ActorContext, input: { userId: string }): Promise<AdminUser> {
  return review(ctx, input.userId, { to: "active", allowed: canApproveUser, action: "user.approved" });
}

/** Turns a pending person away, with a reason. Throws NOT_FOUND or ALREADY_DONE. */
export function rejectUser(ctx: ActorContext, input: { userId: string; reason: string }): Promise<AdminUser> {
  const { userId, reason } = input;
  return review(ctx, userId, { to: "rejected", allowed: canRejectUser, action: "user.rejected", reason });
}

function review(
  ctx: ActorContext,
  userId: string,
  verdict: {
    to: "active" | "rejected";
    allowed: (user: AdminUser) => boolean;
    action: "user.approved" | "user.rejected";
    reason?: string;
  },
): Promise<AdminUser> {
  return transaction(ctx, async (tx) => {
    const user = await requireUserForUpdate(tx.db, userId);
    if (!verdict.allowed(user)) throw new AppError("ALREADY_DONE");
    await tx.db.update(users).set({ status: verdict.to, updatedAt: sql`now()` }).where(eq(users.id, userId));
    tx.audit({
      action: verdict.action,
      target: { type: "user", id: userId },
      before: { status: user.status },
      after: { status: verdict.to },
      reason: verdict.reason,
    });
    return { ...user, status: verdict.to };
  });
}
