import { and, eq, sql } from "drizzle-orm";
import { resetPasswordOf } from "@/features/users/server/reset-password-of";
import { AppError } from "@/server/app-error";
import { revokeSessions } from "@/server/auth/revoke-sessions";
import type { ActorContext } from "@/server/context";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import { mailIsOn } from "@/server/mail/mail-server";

/**
 * Makes somebody's password worthless: they are signed out everywhere and get a link by mail to choose another.
 * Throws MAIL_OFF or EMAIL_MISSING where no link can reach them, and what `resetPasswordOf` throws.
 */
export function forcePasswordReset(
  ctx: ActorContext,
  { userId, reason }: { userId: string; reason: string },
): Promise<void> {
  return transaction(ctx, async (tx) => {
    await resetPasswordOf({ ...ctx, within: tx }, { userId });
    const [user] = await tx.db
      .update(users)
      .set({ passwordResetRequired: true, updatedAt: sql`now()` })
      .where(eq(users.id, userId))
      .returning({ email: users.email });
    if (!mailIsOn()) throw new AppError("MAIL_OFF");
    if (!user?.email) throw new AppError("EMAIL_MISSING");
    tx.audit({ action: "user.password-reset-forced", target: { type: "user", id: userId }, reason });
    await revokeSessions(tx, { userId }, "a new password was demanded");
  });
}

/** Lets the former password in again. Throws ALREADY_DONE when a new one was chosen meanwhile. */
export function takeBackPasswordReset(ctx: ActorContext, { userId }: { userId: string }): Promise<void> {
  return transaction(ctx, async (tx) => {
    const rows = await tx.db
      .update(users)
      .set({ passwordResetRequired: false, updatedAt: sql`now()` })
      .where(and(eq(users.id, userId), eq(users.passwordResetRequired, true)))
      .returning({ id: users.id });
    if (rows.length === 0) throw new AppError("ALREADY_DONE");
    tx.audit({ action: "user.password-reset-taken-back", target: { type: "user", id: userId } });
  });
}
