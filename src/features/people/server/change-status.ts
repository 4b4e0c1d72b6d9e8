import { eq, sql } from "drizzle-orm";
import type { AdminUser, UserStatus } from "@/features/users/dto";
import { requireUserForUpdate } from "@/features/users/server/require-user";
import { AppError } from "@/server/app-error";
import { revokeSessions } from "@/server/auth/revoke-sessions";
import type { ActorContext } from "@/server/context";
import { users } from "@/server/db/schema/users";
import { type Transaction, transaction } from "@/server/db/transaction";
import { canChangeStatus, type StatusChange, statusChanges } from "../policy";
import { requireOtherAdmin } from "./require-other-admin";

const actions = { suspend: "user.suspended", ban: "user.banned", reactivate: "user.reactivated" } as const;

/**
 * Suspends, bans or reactivates somebody, with a reason. Whoever may no longer sign in is signed out everywhere.
 * Returns the account as it was. Throws NOT_FOUND, NOT_YOURSELF, LAST_ADMIN, or ALREADY_DONE.
 */
export function changeStatus(
  ctx: ActorContext,
  { userId, change, reason }: { userId: string; change: StatusChange; reason: string },
): Promise<AdminUser> {
  return transaction(ctx, async (tx) => {
    if (userId === ctx.actor.id) throw new AppError("NOT_YOURSELF");
    const user = await requireUserForUpdate(tx.db, userId);
    if (!canChangeStatus(user.status, change)) throw new AppError("ALREADY_DONE");
    const { to } = statusChanges[change];
    if (to !== "active") await requireOtherAdmin(tx.db, user);
    await setStatus(tx, user, to, { action: actions[change], reason });
    return user;
  });
}

/** Gives an account back the status that a change took, if it still is what the change made of it. Throws ALREADY_DONE. */
export function undoStatusChange(
  ctx: ActorContext,
  { userId, change, before }: { userId: string; change: StatusChange; before: UserStatus },
): Promise<void> {
  return transaction(ctx, async (tx) => {
    const user = await requireUserForUpdate(tx.db, userId);
    if (user.status !== statusChanges[change].to) throw new AppError("ALREADY_DONE");
    if (before !== "active") await requireOtherAdmin(tx.db, user);
    await setStatus(tx, user, before, { action: "user.status-restored" });
  });
}

async function setStatus(
  tx: Transaction,
  user: AdminUser,
  status: UserStatus,
  { action, reason }: { action: (typeof actions)[StatusChange] | "user.status-restored"; reason?: string },
) {
  await tx.db.update(users).set({ status, updatedAt: sql`now()` }).where(eq(users.id, user.id));
  if (status !== "active") await revokeSessions(tx, { userId: user.id }, `the account is ${status}`);
  tx.audit({
    action,
    target: { type: "user", id: user.id },
    before: { status: user.status },
    after: { status },
    reason,
  });
}
