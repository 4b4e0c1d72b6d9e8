import { eq, sql } from "drizzle-orm";
import { hashPassword } from "@/server/auth/password";
import { revokeSessions } from "@/server/auth/revoke-sessions";
import type { ActorContext } from "@/server/context";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import type { ChangePasswordInput } from "../input";
import { requirePassword } from "./require-password";

/**
 * Replaces the actor's password and signs their other devices out. Asks for the present one, so that an
 * unattended screen is not enough. Throws PASSWORD_WRONG, or RATE_LIMITED after too many wrong ones.
 */
export async function changePassword(ctx: ActorContext, input: ChangePasswordInput): Promise<void> {
  const { id } = ctx.actor;
  await requirePassword(ctx, input.currentPassword);
  const passwordHash = await hashPassword(input.newPassword);
  await transaction(ctx, async (tx) => {
    await tx.db.update(users).set({ passwordHash, updatedAt: sql`now()` }).where(eq(users.id, id));
    tx.audit({ action: "user.password-changed", target: { type: "user", id } });
    await revokeSessions(tx, { userId: id, except: ctx.sessionId }, "the password was changed");
  });
}
