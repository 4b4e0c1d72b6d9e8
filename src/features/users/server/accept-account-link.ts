import { and, eq, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import { hashPassword } from "@/server/auth/password";
import type { Context } from "@/server/context";
import { users } from "@/server/db/schema/users";
import { type Transaction, transaction } from "@/server/db/transaction";
import type { AcceptLinkInput } from "../input";
import { requireAccountLink, useAccountLink } from "./account-links";
import { adminExists, waitForFirstAdmin } from "./first-admin";
import { insertAccount, refuseTaken } from "./insert-account";

/**
 * Completes a one-time link: creates the first administrator, or gives an invited account its e-mail
 * address and password and activates it. Throws LINK_INVALID, EMAIL_TAKEN or USERNAME_TAKEN.
 */
export async function acceptAccountLink(ctx: Context, input: AcceptLinkInput): Promise<{ userId: string }> {
  const { token, ...account } = input;
  const userId = await transaction(ctx, async (tx) => {
    const { purpose } = await requireAccountLink(tx.db, token);
    // Before the link is locked by its use: a process that starts meanwhile deletes links under the same lock.
    if (purpose === "first_admin") await waitForFirstAdmin(tx.db);
    const link = await useAccountLink(tx.db, token);
    if (link.userId) return activateInvited(tx, link.userId, account);
    if (await adminExists(tx.db)) throw new AppError("LINK_INVALID");
    const id = await insertAccount(tx.db, account, { role: "admin", status: "active" });
    tx.audit({ action: "user.first-admin-created", target: { type: "user", id } });
    return id;
  });
  return { userId };
}

async function activateInvited(tx: Transaction, userId: string, account: Omit<AcceptLinkInput, "token">) {
  const { password, ...profile } = account;
  const [row] = await tx.db
    .update(users)
    .set({ ...profile, passwordHash: await hashPassword(password), status: "active", updatedAt: sql`now()` })
    // Only somebody who never had a password: an old link must not take over an account.
    .where(and(eq(users.id, userId), sql`${users.passwordHash} is null`))
    .returning({ id: users.id })
    .catch(refuseTaken);
  if (!row) throw new AppError("LINK_INVALID");
  tx.audit({ action: "user.invitation-accepted", target: { type: "user", id: userId } });
  return userId;
}
