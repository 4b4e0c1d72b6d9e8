import { and, eq, isNull, sql } from "drizzle-orm";
import { queueMail } from "@/features/mail/server/queue-mail";
import { getSetting } from "@/features/settings/server/get-settings";
import type { Locale } from "@/lib/locales";
import { users } from "@/server/db/schema/users";
import type { Transaction } from "@/server/db/transaction";
import { env } from "@/server/env";
import { mailIsOn } from "@/server/mail/mail-server";
import { createAccountLink } from "./account-links";

/** Whether people have to prove their address before they can sign in: the setting, where there is mail. */
export async function verificationIsDemanded(): Promise<boolean> {
  return mailIsOn() && (await getSetting("requireVerifiedEmail"));
}

type Unverified = { id: string; email: string; locale?: Locale | null };

/** Sends a new account's person the link that proves their address. Returns whether they have to use it. */
export async function verifyIfDemanded(tx: Transaction, user: Unverified): Promise<boolean> {
  if (!(await verificationIsDemanded())) return false;
  await sendVerification(tx, user);
  return true;
}

/** Sends a link that proves the address, for 24 hours. */
export async function sendVerification(tx: Transaction, user: Unverified): Promise<void> {
  const { id: userId, email, locale = null } = user;
  const link = await createAccountLink(tx.db, {
    purpose: "email_verification",
    ...{ userId, email },
    lifetimeHours: 24,
  });
  await queueMail(tx, { to: { email, locale }, template: "verifyEmail", url: confirmEmailUrl(link.token) });
}

/** The page that confirms an address. */
export function confirmEmailUrl(token: string): string {
  return `${env().APP_URL}/confirm-email/${token}`;
}

/** Writes down that the address is the person's. Returns whether that was news. */
export async function markVerified(tx: Transaction, userId: string, email: string): Promise<boolean> {
  const rows = await tx.db
    .update(users)
    .set({ emailVerifiedAt: sql`now()`, updatedAt: sql`now()` })
    .where(and(eq(users.id, userId), eq(users.email, email), isNull(users.emailVerifiedAt)))
    .returning({ id: users.id });
  if (rows.length > 0) tx.audit({ action: "user.email-verified", target: { type: "user", id: userId } });
  return rows.length > 0;
}
