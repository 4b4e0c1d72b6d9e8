import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { inviteUser } from "@/features/users/server/invite-user";
import { requireUserForUpdate } from "@/features/users/server/require-user";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { accountLinks } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import { mailIsOn } from "@/server/mail/mail-server";

type Whom = { userId: string };

/**
 * Invites an imported person by mail: of many at once nobody could hand the links on. Throws MAIL_OFF or
 * EMAIL_MISSING where no mail reaches them, and what `inviteUser` throws.
 */
export function inviteByMail(ctx: ActorContext, { userId }: Whom): Promise<void> {
  return transaction(ctx, async (tx) => {
    const { email } = await requireUserForUpdate(tx.db, userId);
    if (!mailIsOn()) throw new AppError("MAIL_OFF");
    if (!email) throw new AppError("EMAIL_MISSING");
    await inviteUser({ ...ctx, within: tx }, { userId });
  });
}

/** Makes an invitation that was not used yet worthless. Throws ALREADY_DONE where there is none. */
export function withdrawInvitation(ctx: ActorContext, { userId }: Whom): Promise<void> {
  return transaction(ctx, async (tx) => {
    const withdrawn = await tx.db
      .delete(accountLinks)
      .where(
        and(
          eq(accountLinks.userId, userId),
          eq(accountLinks.purpose, "invitation"),
          isNull(accountLinks.usedAt),
          gt(accountLinks.expiresAt, sql`now()`),
        ),
      )
      .returning({ purpose: accountLinks.purpose });
    if (withdrawn.length === 0) throw new AppError("ALREADY_DONE");
    tx.audit({ action: "user.invitation-withdrawn", target: { type: "user", id: userId } });
  });
}
