import { eq, sql } from "drizzle-orm";
import { queueMail } from "@/features/mail/server/queue-mail";
import { withdrawAccountLinks } from "@/features/users/server/account-links";
import { mailRecipient } from "@/features/users/server/mail-recipient";
import { newPasswordHash } from "@/features/users/server/new-password-hash";
import { announceOwnSecurity } from "@/server/auth/announce-own-security";
import { revokeSessions } from "@/server/auth/revoke-sessions";
import type { ActorContext } from "@/server/context";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import { env } from "@/server/env";
import type { ChangePasswordInput } from "../input";
import { requireProof } from "./require-proof";

/**
 * Replaces the actor's password and signs their other devices out. Asks for the present one, so that an
 * unattended screen is not enough. Throws PASSWORD_WRONG, RATE_LIMITED after too many wrong ones, or what `newPasswordHash` throws.
 */
export async function changePassword(ctx: ActorContext, input: ChangePasswordInput): Promise<void> {
  const { id } = ctx.actor;
  await requireProof(ctx, input.currentPassword);
  const passwordHash = await newPasswordHash(input.newPassword, ctx.actor.username);
  await transaction(ctx, async (tx) => {
    await tx.db
      .update(users)
      .set({ passwordHash, passwordResetRequired: false, updatedAt: sql`now()` })
      .where(eq(users.id, id));
    tx.audit({ action: "user.password-changed", target: { type: "user", id } });
    // Links that others may have asked for meanwhile, with the old password.
    await withdrawAccountLinks(tx.db, id, ["email_change", "password_reset"]);
    await queueMail(tx, {
      to: await mailRecipient(tx.db, id),
      template: "passwordChanged",
      values: { username: ctx.actor.username },
      url: `${env().APP_URL}/forgot-password`,
    });
    announceOwnSecurity(tx, id);
    await revokeSessions(tx, { userId: id, except: ctx.sessionId }, "the password was changed");
  });
}
