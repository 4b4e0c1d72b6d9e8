import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { AdminUser } from "../dto";
import { requireUserForUpdate } from "./require-user";
import { markVerified } from "./verify-email";

/** Vouches for somebody's address whose mail got lost. Throws NOT_FOUND, or ALREADY_DONE when it is confirmed. */
export function confirmEmailOf(ctx: ActorContext, { userId }: { userId: string }): Promise<AdminUser> {
  return transaction(ctx, async (tx) => {
    const user = await requireUserForUpdate(tx.db, userId);
    if (!user.email || !(await markVerified(tx, userId, user.email))) throw new AppError("ALREADY_DONE");
    return { ...user, emailVerified: true };
  });
}
