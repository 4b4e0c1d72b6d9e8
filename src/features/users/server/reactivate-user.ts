import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { AdminUser } from "../dto";
import { canReactivateUser } from "../policy";
import { changeStatus } from "./change-status";
import { requireSubordinate } from "./require-subordinate";

/**
 * Lets somebody in again who was suspended, banned, turned away or deactivated. Throws NOT_FOUND,
 * OWN_ACCOUNT, FORBIDDEN or ALREADY_DONE.
 */
export function reactivateUser(ctx: ActorContext, { userId }: { userId: string }): Promise<AdminUser> {
  return transaction(ctx, async (tx) => {
    const user = await requireSubordinate(ctx, tx.db, userId);
    if (!canReactivateUser(user)) throw new AppError("ALREADY_DONE");
    return changeStatus(tx, user, { to: "active", action: "user.reactivated", mail: "reactivated" });
  });
}
