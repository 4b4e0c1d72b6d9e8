import type { Context } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import { defineJob } from "@/server/jobs/job";
import { changeStatus } from "./change-status";
import { findUserForUpdate } from "./require-user";

/** Looks at a suspended account at the time when it was to be free again. */
export const endSuspensionJob = defineJob<{ userId: string }>("users.end-suspension");

/** Lets somebody in again whose suspension is over; one that was prolonged or made endless meanwhile stays. */
export async function endSuspension(
  ctx: Context,
  { userId }: { userId: string },
): Promise<{ ended: number }> {
  return transaction(ctx, async (tx) => {
    const user = await findUserForUpdate(tx.db, userId);
    if (user?.status !== "suspended" || !user.suspendedUntil) return { ended: 0 };
    if (new Date(user.suspendedUntil).getTime() > Date.now()) return { ended: 0 };
    await changeStatus(tx, user, { to: "active", action: "user.reactivated", mail: "reactivated" });
    return { ended: 1 };
  });
}
