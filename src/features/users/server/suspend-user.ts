import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { AdminUser } from "../dto";
import type { SuspendUserInput } from "../input";
import { canSuspendUser } from "../policy";
import { changeStatus } from "./change-status";
import { endSuspensionJob } from "./end-suspension";
import { requireSubordinate } from "./require-subordinate";

/**
 * Keeps somebody out for a time, or until an administrator ends it; a suspended person's time can be changed
 * in the same way. Their sessions end at once, and they are told why. Throws NOT_FOUND, OWN_ACCOUNT,
 * FORBIDDEN, LAST_ADMIN, TIME_PAST, or ALREADY_DONE when the account is neither active nor suspended.
 */
export function suspendUser(ctx: ActorContext, input: SuspendUserInput): Promise<AdminUser> {
  const { userId, reason } = input;
  const until = input.until === null ? null : new Date(input.until);
  if (until && until.getTime() <= Date.now()) throw new AppError("TIME_PAST");
  return transaction(ctx, async (tx) => {
    const user = await requireSubordinate(ctx, tx.db, userId);
    if (!canSuspendUser(user)) throw new AppError("ALREADY_DONE");
    if (until) tx.enqueue(endSuspensionJob, { userId }, { startAfter: until });
    return changeStatus(tx, user, {
      to: "suspended",
      action: "user.suspended",
      mail: "suspended",
      ...{ reason, until },
    });
  });
}
