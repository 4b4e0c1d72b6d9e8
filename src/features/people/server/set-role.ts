import { eq, sql } from "drizzle-orm";
import type { AdminUser, UserRole } from "@/features/users/dto";
import { requireUserForUpdate } from "@/features/users/server/require-user";
import { AppError } from "@/server/app-error";
import { forgetSessions } from "@/server/auth/active-session";
import type { ActorContext } from "@/server/context";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import { requireOtherAdmin } from "./require-other-admin";

/**
 * Gives somebody a role. Their sockets are closed: what they listen to is decided anew.
 * Returns the account as it was. Throws NOT_FOUND, NOT_YOURSELF, LAST_ADMIN, or ALREADY_DONE.
 */
export function setRole(
  ctx: ActorContext,
  { userId, role, expected }: { userId: string; role: UserRole; expected?: UserRole },
): Promise<AdminUser> {
  return transaction(ctx, async (tx) => {
    if (userId === ctx.actor.id) throw new AppError("NOT_YOURSELF");
    const user = await requireUserForUpdate(tx.db, userId);
    if (user.role === role || (expected && user.role !== expected)) throw new AppError("ALREADY_DONE");
    await requireOtherAdmin(tx.db, user);
    await tx.db.update(users).set({ role, updatedAt: sql`now()` }).where(eq(users.id, userId));
    tx.audit({
      action: "user.role-changed",
      target: { type: "user", id: userId },
      before: { role: user.role },
      after: { role },
    });
    tx.afterCommit(() => forgetSessions({ userId }));
    tx.disconnect(userId);
    return user;
  });
}
