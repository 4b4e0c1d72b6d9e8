import { and, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "@/server/context";
import { database, type Queryable } from "@/server/db/client";
import { accountLinks, users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import { createAccountLink } from "./account-links";
import { freeUsername } from "./free-username";
import { insertAccount } from "./insert-account";

/** Whether anybody could administer this instance. */
export async function adminExists(db: Queryable): Promise<boolean> {
  const [row] = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "admin"), eq(users.status, "active")))
    .limit(1);
  return row !== undefined;
}

/**
 * Sees to it that somebody can administer the instance. Creates the administrator of an unattended
 * installation, or returns the secret of a fresh set-up link (earlier ones stop working). Does nothing
 * and returns null once there is an administrator.
 */
export async function ensureFirstAdmin(
  ctx: Context,
  unattended: { email: string; password: string } | null,
): Promise<string | null> {
  if (await adminExists(database().db)) return null;
  return transaction(ctx, async (tx) => {
    await waitForFirstAdmin(tx.db);
    if (await adminExists(tx.db)) return null;
    await tx.db
      .delete(accountLinks)
      .where(and(eq(accountLinks.purpose, "first_admin"), isNull(accountLinks.usedAt)));
    if (!unattended) {
      const link = await createAccountLink(tx.db, { purpose: "first_admin", lifetimeHours: 72 });
      return link.token;
    }
    const username = await freeUsername(tx.db, unattended.email.split("@")[0] || "admin");
    const id = await insertAccount(
      tx.db,
      { displayName: username, username, ...unattended },
      { role: "admin", status: "active", verified: true },
    );
    tx.audit({ action: "user.first-admin-created", target: { type: "user", id } });
    return null;
  });
}

/** Whoever else is making the first administrator at this moment goes first; then look whether there is one. */
export async function waitForFirstAdmin(db: Queryable): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('offchat.first-admin'))`);
}
