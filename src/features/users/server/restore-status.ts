import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { AdminUser, UserStatus } from "../dto";
import { changeStatus } from "./change-status";
import { endSuspensionJob } from "./end-suspension";
import { requireSubordinate } from "./require-subordinate";

/** What a change of an account's status took from it. */
export type FormerStatus = Pick<AdminUser, "status" | "statusReason" | "suspendedUntil">;

/** What the person is told of it. Who waits once more hears nothing: the sign-in says so. */
const mails = { active: "reactivated", suspended: "suspended", banned: "banned" } as const;

/**
 * Takes a change of somebody's status back: they have again what they had before. Throws NOT_FOUND, OWN_ACCOUNT,
 * FORBIDDEN, LAST_ADMIN, or ALREADY_DONE when something else has become of the account since.
 */
export function restoreStatus(
  ctx: ActorContext,
  { userId, from, before }: { userId: string; from: UserStatus; before: FormerStatus },
): Promise<AdminUser> {
  return transaction(ctx, async (tx) => {
    const user = await requireSubordinate(ctx, tx.db, userId);
    if (user.status !== from || before.status === from) throw new AppError("ALREADY_DONE");
    const { status: to, statusReason } = before;
    const until = before.suspendedUntil === null ? null : new Date(before.suspendedUntil);
    // Whose time was over meanwhile is let in again at once.
    if (until) tx.enqueue(endSuspensionJob, { userId }, { startAfter: until });
    const mail = to in mails ? mails[to as keyof typeof mails] : undefined;
    return changeStatus(tx, user, {
      ...{ to, mail, until },
      action: "user.status-restored",
      reason: statusReason ?? undefined,
    });
  });
}
