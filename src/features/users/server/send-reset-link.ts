import { queueMail } from "@/features/mail/server/queue-mail";
import type { Locale } from "@/lib/locales";
import type { Transaction } from "@/server/db/transaction";
import { env } from "@/server/env";
import { createAccountLink } from "./account-links";

const lifetimeHours = { resetPassword: 1, resetPasswordByAdmin: 24 };

/** Makes a link with which a person chooses a new password, and mails it where there is mail. */
export async function sendResetLink(
  tx: Transaction,
  user: { id: string; username: string; email: string | null; locale: Locale | null },
  template: keyof typeof lifetimeHours,
  createdBy?: string,
): Promise<{ url: string; expiresAt: Date }> {
  const { email } = user;
  const { token, expiresAt } = await createAccountLink(tx.db, {
    purpose: "password_reset",
    userId: user.id,
    email: email ?? undefined,
    createdBy,
    lifetimeHours: lifetimeHours[template],
  });
  const url = `${env().APP_URL}/reset/${token}`;
  await queueMail(tx, { to: user, template, values: { username: user.username }, url });
  return { url, expiresAt };
}
