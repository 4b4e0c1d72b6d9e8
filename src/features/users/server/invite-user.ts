import { queueMail } from "@/features/mail/server/queue-mail";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { type Transaction, transaction } from "@/server/db/transaction";
import { env } from "@/server/env";
import { mailIsOn } from "@/server/mail/mail-server";
import type { Invitation } from "../dto";
import { canInviteUser } from "../policy";
import { createAccountLink, withdrawAccountLinks } from "./account-links";
import { mailRecipient, timeFor } from "./mail-recipient";
import { requireUserForUpdate } from "./require-user";

export const invitationHours = 7 * 24;

/**
 * Makes a one-time link (seven days) with which an imported person takes over their account, and mails it
 * where an address is given and there is mail; earlier links of theirs stop working. Throws NOT_FOUND, or
 * ALREADY_DONE when the account is in use.
 */
export async function inviteUser(
  ctx: ActorContext,
  { userId, email }: { userId: string; email?: string },
): Promise<Invitation> {
  return transaction(ctx, async (tx) => {
    const user = await requireUserForUpdate(tx.db, userId);
    if (!canInviteUser(user)) throw new AppError("ALREADY_DONE");
    await withdrawAccountLinks(tx.db, userId, ["invitation"]);
    tx.audit({ action: "user.invited", target: { type: "user", id: user.id } });
    const link = await createAccountLink(tx.db, {
      purpose: "invitation",
      ...{ userId, email },
      createdBy: ctx.actor.id,
      lifetimeHours: invitationHours,
    });
    return deliverInvitation(tx, ctx, link, email ?? null);
  });
}

/** Mails an invitation, in the language of whoever invites; the new person's own is not known yet. */
export async function deliverInvitation(
  tx: Transaction,
  ctx: ActorContext,
  link: { token: string; expiresAt: Date },
  email: string | null,
): Promise<Invitation> {
  const url = accountLinkUrl(link.token);
  const { locale } = await mailRecipient(tx.db, ctx.actor.id);
  const until = timeFor({ locale, timeZone: null }, link.expiresAt);
  const values = { inviter: ctx.actor.displayName, until };
  await queueMail(tx, { to: { email, locale }, template: "invitation", values, url });
  const mailed = email !== null && mailIsOn();
  return { url, invitedUntil: link.expiresAt.toISOString(), mailed };
}

/** The page behind a one-time link. */
export function accountLinkUrl(token: string): string {
  return `${env().APP_URL}/set-up/${token}`;
}
