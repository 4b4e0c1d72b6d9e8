import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { AdminUser } from "../dto";
import { canBanUser } from "../policy";
import { changeStatus } from "./change-status";
import { requireSubordinate } from "./require-subordinate";

/**
 * Keeps somebody out for good. Their sessions end at once, and they are told why. Throws NOT_FOUND,
 * OWN_ACCOUNT, FORBIDDEN, LAST_ADMIN, or ALREADY_DONE when the account is neither active nor suspended.
 */
export function banUser(
  ctx: ActorContext,
  { userId, reason }: { userId: string; reason: string },
): Promise<AdminUser> {
  return transaction(ctx, async (tx) => {
    const user = await requireSubordinate(ctx, tx.db, userId);
    if (!canBanUser(user)) throw new AppError("ALREADY_DONE");
    return changeStatus(tx, user, { to: "banned", action: "user.banned", mail: "banned", reason });
  });
}
