import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { accountLinks, users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import type { Invitation } from "../dto";
import { createAccountLink } from "./account-links";
import { deliverInvitation, invitationHours } from "./invite-user";

/**
 * Invites somebody who has no account: makes a one-time link (seven days), whatever the sign-up policy, and
 * mails it where there is mail. An earlier one for the address stops working. Throws EMAIL_TAKEN.
 */
export async function inviteByEmail(ctx: ActorContext, { email }: { email: string }): Promise<Invitation> {
  return transaction(ctx, async (tx) => {
    const [taken] = await tx.db.select({ id: users.id }).from(users).where(eq(users.email, email));
    if (taken) throw new AppError("EMAIL_TAKEN");
    await tx.db
      .delete(accountLinks)
      .where(
        and(
          eq(accountLinks.purpose, "email_invitation"),
          eq(accountLinks.email, email),
          isNull(accountLinks.usedAt),
        ),
      );
    const link = await createAccountLink(tx.db, {
      purpose: "email_invitation",
      email,
      createdBy: ctx.actor.id,
      lifetimeHours: invitationHours,
    });
    tx.audit({ action: "user.invited-by-email", target: { type: "user", id: email }, after: { email } });
    return deliverInvitation(tx, ctx, link, email);
  });
}
