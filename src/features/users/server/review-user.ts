import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { AdminUser } from "../dto";
import { canApproveUser, canRejectUser } from "../policy";
import { changeStatus } from "./change-status";
import { requireUserForUpdate } from "./require-user";

/** Lets a pending person in. Throws NOT_FOUND, or ALREADY_DONE when the account is no longer pending. */
export function approveUser(ctx: ActorContext, { userId }: { userId: string }): Promise<AdminUser> {
  return transaction(ctx, async (tx) => {
    const user = await requireUserForUpdate(tx.db, userId);
    if (!canApproveUser(user)) throw new AppError("ALREADY_DONE");
    return changeStatus(tx, user, { to: "active", action: "user.approved", mail: "approved" });
  });
}

/** Turns a pending person away, with a reason that they are told. Throws NOT_FOUND or ALREADY_DONE. */
export function rejectUser(
  ctx: ActorContext,
  { userId, reason }: { userId: string; reason: string },
): Promise<AdminUser> {
  return transaction(ctx, async (tx) => {
    const user = await requireUserForUpdate(tx.db, userId);
    if (!canRejectUser(user)) throw new AppError("ALREADY_DONE");
    return changeStatus(tx, user, { to: "rejected", action: "user.rejected", mail: "rejected", reason });
  });
}
