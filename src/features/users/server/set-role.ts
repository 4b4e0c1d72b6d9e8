import { eq, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import { forgetSessions } from "@/server/auth/active-session";
import type { ActorContext } from "@/server/context";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import type { AdminUser } from "../dto";
import type { SetRoleInput } from "../input";
import { requireAnotherAdmin } from "./require-another-admin";
import { requireSubordinate } from "./require-subordinate";

/**
 * Gives somebody another role of the instance; it counts from their next request. Throws NOT_FOUND,
 * OWN_ACCOUNT, FORBIDDEN, LAST_ADMIN, or ALREADY_DONE when they have it.
 */
export function setRole(
  ctx: ActorContext,
  { userId, role, reason }: Omit<SetRoleInput, "reason"> & { reason?: string },
): Promise<AdminUser> {
  return transaction(ctx, async (tx) => {
    const user = await requireSubordinate(ctx, tx.db, userId);
    if (user.role === role) throw new AppError("ALREADY_DONE");
    if (user.role === "admin") await requireAnotherAdmin(tx.db, userId);
    await tx.db.update(users).set({ role, updatedAt: sql`now()` }).where(eq(users.id, userId));
    tx.audit({
      action: "user.role-set",
      target: { type: "user", id: userId },
      before: { role: user.role },
      after: { role },
      reason,
    });
    tx.afterCommit(() => forgetSessions({ userId }));
    // What their sockets may listen to is decided anew.
    tx.disconnect(userId);
    return { ...user, role };
  });
}
