import { and, eq, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { Context } from "@/server/context";
import { users } from "@/server/db/schema/users";
import { type Transaction, transaction } from "@/server/db/transaction";
import type { AcceptLinkInput } from "../input";
import { requireAccountLink, setUpPurposes, useAccountLink } from "./account-links";
import { adminExists, waitForFirstAdmin } from "./first-admin";
import { insertAccount, refuseTaken } from "./insert-account";
import { newPasswordHash } from "./new-password-hash";
import { verifyIfDemanded } from "./verify-email";

/**
 * Completes a one-time link: creates the first administrator, makes the account of somebody
 * who was invited by mail, or gives an imported account its e-mail address and password and activates it. Throws LINK_INVALID, EMAIL_TAKEN or USERNAME_TAKEN.
 */
export async function acceptAccountLink(ctx: Context, input: AcceptLinkInput): Promise<{ userId: string }> {
  const { token, ...account } = input;
  const userId = await transaction(ctx, async (tx) => {
    const { purpose } = await requireAccountLink(tx.db, token, setUpPurposes);
    // Before the link is locked by its use: a process that starts meanwhile deletes links under the same lock.
    if (purpose === "first_admin") await waitForFirstAdmin(tx.db);
    const link = await useAccountLink(tx.db, token, setUpPurposes);
    // Whoever has the link of a mail reads that address.
    const verified = link.email?.toLowerCase() === account.email.toLowerCase();
    if (link.userId) return activateInvited(tx, link.userId, account, verified);
    if (purpose === "email_invitation") {
      const id = await insertAccount(tx.db, account, { role: "user", status: "active", verified });
      tx.audit({ action: "user.invitation-accepted", target: { type: "user", id } });
      if (!verified) await verifyIfDemanded(tx, { id, ...account });
      return id;
    }
    if (await adminExists(tx.db)) throw new AppError("LINK_INVALID");
    // Whoever sets the instance up vouches for their own address.
    const id = await insertAccount(tx.db, account, { role: "admin", status: "active", verified: true });
    tx.audit({ action: "user.first-admin-created", target: { type: "user", id } });
    return id;
  });
  return { userId };
}

async function activateInvited(
  tx: Transaction,
  userId: string,
  account: Omit<AcceptLinkInput, "token">,
  verified: boolean,
) {
  const { password, ...profile } = account;
  const [row] = await tx.db
    .update(users)
    .set({
      ...profile,
      passwordHash: await newPasswordHash(password, profile.username),
      emailVerifiedAt: verified ? sql`now()` : null,
      status: "active",
      updatedAt: sql`now()`,
    })
    // Only somebody who never had a password: an old link must not take over an account.
    .where(and(eq(users.id, userId), sql`${users.passwordHash} is null`))
    .returning({ id: users.id, locale: users.locale })
    .catch(refuseTaken);
  if (!row) throw new AppError("LINK_INVALID");
  tx.audit({ action: "user.invitation-accepted", target: { type: "user", id: userId } });
  if (!verified) await verifyIfDemanded(tx, { ...account, ...row });
  return userId;
}
