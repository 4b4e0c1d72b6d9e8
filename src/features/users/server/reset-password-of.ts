import { eq } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import { mailIsOn } from "@/server/mail/mail-server";
import type { ResetLink } from "../dto";
import { withdrawAccountLinks } from "./account-links";
import { requireSubordinate } from "./require-subordinate";
import { sendResetLink } from "./send-reset-link";

/**
 * Has somebody choose a new password: mails them the link, which nobody else then sees. Where there is no
 * mail, or they have no address, it is returned to be handed on. Their present password goes on working.
 * Throws NOT_FOUND, OWN_ACCOUNT, FORBIDDEN, or ALREADY_DONE for an account that nobody has taken over yet.
 */
export function resetPasswordOf(ctx: ActorContext, { userId }: { userId: string }): Promise<ResetLink> {
  return transaction(ctx, async (tx) => {
    const { claimed } = await requireSubordinate(ctx, tx.db, userId);
    const [user] = await tx.db.select().from(users).where(eq(users.id, userId));
    if (!user || !claimed) throw new AppError("ALREADY_DONE");
    await withdrawAccountLinks(tx.db, userId, ["password_reset"]);
    const { url, expiresAt } = await sendResetLink(tx, user, "resetPasswordByAdmin", ctx.actor.id);
    tx.audit({ action: "user.password-reset-asked", target: { type: "user", id: userId } });
    const mailed = mailIsOn() && user.email !== null;
    return { url: mailed ? null : url, validUntil: expiresAt.toISOString() };
  });
}
