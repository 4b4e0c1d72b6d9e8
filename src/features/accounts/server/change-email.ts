import { eq, sql } from "drizzle-orm";
import { queueMail } from "@/features/mail/server/queue-mail";
import { requireProof } from "@/features/sessions/server/require-proof";
import type { OwnProfile } from "@/features/users/dto";
import { createAccountLink, withdrawAccountLinks } from "@/features/users/server/account-links";
import { refuseTaken } from "@/features/users/server/insert-account";
import { mailRecipient } from "@/features/users/server/mail-recipient";
import { confirmEmailUrl } from "@/features/users/server/verify-email";
import { AppError } from "@/server/app-error";
import { forgetSessions } from "@/server/auth/active-session";
import type { ActorContext } from "@/server/context";
import { users } from "@/server/db/schema/users";
import { type Transaction, transaction } from "@/server/db/transaction";
import { env } from "@/server/env";
import { mailIsOn } from "@/server/mail/mail-server";
import type { ChangeEmailInput } from "../input";
import { getOwnProfile } from "./get-own-profile";

/**
 * Asks for another e-mail address: it counts once it is confirmed there, and the old address is told at
 * once. Where there is no mail it changes right away, unproved. Throws PASSWORD_WRONG, RATE_LIMITED, or
 * EMAIL_TAKEN.
 */
export async function changeEmail(ctx: ActorContext, input: ChangeEmailInput): Promise<OwnProfile> {
  const { email, currentPassword } = input;
  await requireProof(ctx, currentPassword);
  return transaction(ctx, async (tx) => {
    const [taken] = await tx.db.select({ id: users.id }).from(users).where(eq(users.email, email));
    if (taken) throw new AppError("EMAIL_TAKEN");
    await withdrawAccountLinks(tx.db, ctx.actor.id, ["email_change"]);
    if (mailIsOn()) await askForConfirmation(tx, ctx, email);
    else await changeUnproved(tx, ctx, email);
    return getOwnProfile(ctx, tx.db);
  });
}

/** Leaves the address as it is: the link that was sent to the new one stops working. */
export async function cancelEmailChange(ctx: ActorContext): Promise<OwnProfile> {
  return transaction(ctx, async (tx) => {
    await withdrawAccountLinks(tx.db, ctx.actor.id, ["email_change"]);
    return getOwnProfile(ctx, tx.db);
  });
}

async function askForConfirmation(tx: Transaction, ctx: ActorContext, email: string): Promise<void> {
  const { id: userId, username } = ctx.actor;
  const link = await createAccountLink(tx.db, {
    purpose: "email_change",
    ...{ userId, email },
    lifetimeHours: 24,
  });
  tx.audit({
    action: "user.email-change-asked",
    target: { type: "user", id: userId },
    before: { email: ctx.actor.email },
    after: { email },
  });
  const present = await mailRecipient(tx.db, userId);
  const values = { username, email };
  await queueMail(tx, {
    to: { email, locale: present.locale },
    template: "confirmNewEmail",
    values,
    url: confirmEmailUrl(link.token),
  });
  await queueMail(tx, {
    to: present,
    template: "emailChangeAsked",
    values,
    url: `${env().APP_URL}/account/security`,
  });
}

async function changeUnproved(tx: Transaction, ctx: ActorContext, email: string): Promise<void> {
  const { id } = ctx.actor;
  await tx.db
    .update(users)
    .set({ email, emailVerifiedAt: null, updatedAt: sql`now()` })
    .where(eq(users.id, id))
    .catch(refuseTaken);
  tx.audit({
    action: "user.email-changed",
    target: { type: "user", id },
    before: { email: ctx.actor.email },
    after: { email },
  });
  tx.afterCommit(() => forgetSessions({ userId: id }));
}
