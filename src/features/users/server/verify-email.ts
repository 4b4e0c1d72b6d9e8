import { and, eq, isNull, sql } from "drizzle-orm";
import { queueMail } from "@/features/mail/server/queue-mail";
import { getSetting } from "@/features/settings/server/get-settings";
import type { Locale } from "@/lib/locales";
import { announceOwnSecurity } from "@/server/auth/announce-own-security";
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

/**
 * Sends a new account's person the link that proves their address. Returns whether they have to use it.
 * @param next the page of ours that they wanted
 */
export async function verifyIfDemanded(tx: Transaction, user: Unverified, next = "/"): Promise<boolean> {
  if (!(await verificationIsDemanded())) return false;
  await sendVerification(tx, user, next);
  return true;
}

/** Sends a link that proves the address, for 24 hours. */
export async function sendVerification(tx: Transaction, user: Unverified, next = "/"): Promise<void> {
  const { id: userId, email, locale = null } = user;
  const link = await createAccountLink(tx.db, {
    purpose: "email_verification",
    ...{ userId, email },
    lifetimeHours: 24,
  });
  await queueMail(tx, {
    to: { email, locale },
    template: "verifyEmail",
    url: confirmEmailUrl(link.token, next),
  });
}

/** The page that confirms an address, and leads on to `next`. */
export function confirmEmailUrl(token: string, next = "/"): string {
  const page = `${env().APP_URL}/confirm-email/${token}`;
  return next === "/" ? page : `${page}?next=${encodeURIComponent(next)}`;
}

/** Writes down that the address is the person's. Returns whether that was news. */
export async function markVerified(tx: Transaction, userId: string, email: string): Promise<boolean> {
  const rows = await tx.db
    .update(users)
    .set({ emailVerifiedAt: sql`now()`, updatedAt: sql`now()` })
    .where(and(eq(users.id, userId), eq(users.email, email), isNull(users.emailVerifiedAt)))
    .returning({ id: users.id });
  if (rows.length > 0) {
    tx.audit({ action: "user.email-verified", target: { type: "user", id: userId } });
    // To a confirmed address codes can be mailed.
    announceOwnSecurity(tx, userId);
  }
  return rows.length > 0;
}
