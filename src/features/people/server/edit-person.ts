import { eq, sql } from "drizzle-orm";
import { announceProfile } from "@/features/accounts/server/announce-profile";
import { queueMail } from "@/features/mail/server/queue-mail";
import { withdrawAccountLinks } from "@/features/users/server/account-links";
import { refuseTaken } from "@/features/users/server/insert-account";
import { mailRecipient } from "@/features/users/server/mail-recipient";
import { requireSubordinate } from "@/features/users/server/require-subordinate";
import { sendVerification, verificationIsDemanded } from "@/features/users/server/verify-email";
import { forgetSessions } from "@/server/auth/active-session";
import type { ActorContext } from "@/server/context";
import { users } from "@/server/db/schema/users";
import { type Transaction, transaction } from "@/server/db/transaction";
import type { EditPersonInput } from "../input";

const columns = {
  displayName: users.displayName,
  username: users.username,
  email: users.email,
  bio: users.bio,
};

/**
 * Changes what somebody is called and where mail to them goes. A new address is not proven to be theirs: the old one
 * is told, links that were sent there stop working, and where addresses have to be confirmed the new one gets such a
 * link. Throws NOT_FOUND, OWN_ACCOUNT, FORBIDDEN, EMAIL_TAKEN or USERNAME_TAKEN.
 */
export function editPerson(ctx: ActorContext, { userId, ...wanted }: EditPersonInput): Promise<void> {
  return transaction(ctx, async (tx) => {
    await requireSubordinate(ctx, tx.db, userId);
    const [before] = await tx.db.select(columns).from(users).where(eq(users.id, userId));
    if (!before) return;
    const changed = (Object.keys(wanted) as (keyof typeof wanted)[]).filter(
      (key) => wanted[key] !== before[key],
    );
    if (changed.length === 0) return;
    const former = await mailRecipient(tx.db, userId);
    const moved = wanted.email?.toLowerCase() !== before.email?.toLowerCase();
    await tx.db
      .update(users)
      .set({ ...wanted, ...(moved && { emailVerifiedAt: null }), updatedAt: sql`now()` })
      .where(eq(users.id, userId))
      .catch(refuseTaken);
    const only = (of: typeof wanted) => Object.fromEntries(changed.map((key) => [key, of[key]]));
    tx.audit({
      action: "user.edited",
      target: { type: "user", id: userId },
      before: only(before),
      after: only(wanted),
    });
    if (moved) await moveMail(tx, userId, { former, email: wanted.email, username: wanted.username });
    tx.afterCommit(() => forgetSessions({ userId }));
    await announceProfile(tx, { id: userId, ...wanted });
  });
}

async function moveMail(
  tx: Transaction,
  userId: string,
  to: { former: Awaited<ReturnType<typeof mailRecipient>>; email: string | null; username: string },
): Promise<void> {
  const { former, email, username } = to;
  await withdrawAccountLinks(tx.db, userId, ["email_change", "email_verification", "password_reset"]);
  const values = { username, email: email ?? "–" };
  await queueMail(tx, { to: former, template: "emailChanged", values });
  if (email && (await verificationIsDemanded())) {
    await sendVerification(tx, { id: userId, email, locale: former.locale });
  }
}
