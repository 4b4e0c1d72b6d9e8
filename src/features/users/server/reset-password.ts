import { eq, sql } from "drizzle-orm";
import { queueMail } from "@/features/mail/server/queue-mail";
import { AppError } from "@/server/app-error";
import { revokeSessions } from "@/server/auth/revoke-sessions";
import type { Context } from "@/server/context";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import { env } from "@/server/env";
import { mailIsOn } from "@/server/mail/mail-server";
import type { ResetPasswordInput } from "../input";
import { requireAccountLink, useAccountLink, withdrawAccountLinks } from "./account-links";
import { mailRecipient } from "./mail-recipient";
import { newPasswordHash } from "./new-password-hash";
import { findUserForUpdate } from "./require-user";
import { markVerified } from "./verify-email";

const purposes = ["password_reset"] as const;

/** Whether the link still works; the page behind it says so before somebody thinks of a password. Throws LINK_INVALID. */
export async function describeResetLink({ token }: { token: string }): Promise<{ username: string }> {
  const link = await requireAccountLink(database().db, token, purposes);
  const { username } = await mailRecipient(database().db, link.userId ?? "");
  return { username };
}

/**
 * Gives whoever has the link's account a new password, and signs the person out everywhere. Having read the
 * mail proves the address too. Throws LINK_INVALID, also for the second use, or what `newPasswordHash` throws.
 */
export async function resetPassword(ctx: Context, { token, password }: ResetPasswordInput): Promise<void> {
  const { username } = await describeResetLink({ token });
  const passwordHash = await newPasswordHash(password, username);
  await transaction(ctx, async (tx) => {
    const link = await useAccountLink(tx.db, token, purposes);
    const user = link.userId && (await findUserForUpdate(tx.db, link.userId));
    if (!user) throw new AppError("LINK_INVALID");
    const { id } = user;
    await tx.db
      .update(users)
      .set({ passwordHash, passwordResetRequired: false, updatedAt: sql`now()` })
      .where(eq(users.id, id));
    await withdrawAccountLinks(tx.db, id, ["password_reset", "email_change"]);
    tx.audit({ action: "user.password-reset", target: { type: "user", id } });
    await revokeSessions(tx, { userId: id }, "the password was reset");
    if (mailIsOn() && link.email) await markVerified(tx, id, link.email);
    await queueMail(tx, {
      to: await mailRecipient(tx.db, id),
      template: "passwordChanged",
      values: { username: user.username },
      url: `${env().APP_URL}/forgot-password`,
    });
  });
}
