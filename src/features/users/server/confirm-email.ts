import { eq, sql } from "drizzle-orm";
import { queueMail } from "@/features/mail/server/queue-mail";
import { AppError } from "@/server/app-error";
import { forgetSessions } from "@/server/auth/active-session";
import type { Context } from "@/server/context";
import { users } from "@/server/db/schema/users";
import { type Transaction, transaction } from "@/server/db/transaction";
import type { UserStatus } from "../dto";
import { useAccountLink, withdrawAccountLinks } from "./account-links";
import { refuseTaken } from "./insert-account";
import { mailRecipient } from "./mail-recipient";
import { findUserForUpdate } from "./require-user";
import { markVerified } from "./verify-email";

/**
 * Uses the link of a mail: proves the address of a new account, or gives an account the new address that
 * the link was sent to; its old address is told. Throws LINK_INVALID or EMAIL_TAKEN.
 */
export async function confirmEmail(
  ctx: Context,
  { token }: { token: string },
): Promise<{ status: UserStatus; changed: boolean }> {
  return transaction(ctx, async (tx) => {
    const link = await useAccountLink(tx.db, token, ["email_verification", "email_change"]);
    const user = link.userId && (await findUserForUpdate(tx.db, link.userId));
    if (!user || !link.email) throw new AppError("LINK_INVALID");
    const changed = link.purpose === "email_change";
    if (changed) await changeAddress(tx, user.id, { from: user.email, to: link.email });
    else await markVerified(tx, user.id, link.email);
    return { status: user.status, changed };
  });
}

async function changeAddress(
  tx: Transaction,
  userId: string,
  { from, to }: { from: string | null; to: string },
): Promise<void> {
  const before = await mailRecipient(tx.db, userId);
  await tx.db
    .update(users)
    .set({ email: to, emailVerifiedAt: sql`now()`, updatedAt: sql`now()` })
    .where(eq(users.id, userId))
    .catch(refuseTaken);
  await withdrawAccountLinks(tx.db, userId, ["email_change", "email_verification", "password_reset"]);
  tx.audit({
    action: "user.email-changed",
    target: { type: "user", id: userId },
    before: { email: from },
    after: { email: to },
  });
  tx.afterCommit(() => forgetSessions({ userId }));
  const values = { username: before.username, email: to };
  await queueMail(tx, { to: before, template: "emailChanged", values });
}
