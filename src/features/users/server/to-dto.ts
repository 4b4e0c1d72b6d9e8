import { sql } from "drizzle-orm";
import type { Actor } from "@/server/context";
import { accountLinks, users } from "@/server/db/schema/users";
import type { AdminUser, OwnAccount, UserSummary } from "../dto";

/** The columns of a `UserSummary`, for joins. */
export const userSummaryColumns = {
  id: users.id,
  username: users.username,
  displayName: users.displayName,
};

export const adminUserColumns = {
  ...userSummaryColumns,
  email: users.email,
  role: users.role,
  status: users.status,
  imported: sql<boolean>`${users.importKey} is not null`,
  invitedUntil: sql<Date | null>`(
    select max(${accountLinks.expiresAt}) from ${accountLinks}
    where ${accountLinks.userId} = ${users}.id and ${accountLinks.usedAt} is null
      and ${accountLinks.expiresAt} > now())`.mapWith(accountLinks.expiresAt),
  createdAt: users.createdAt,
};

type AdminUserRow = Omit<AdminUser, "createdAt" | "invitedUntil"> & {
  createdAt: Date;
  invitedUntil: Date | null;
};

export function toUserSummary(user: UserSummary): UserSummary {
  return { id: user.id, username: user.username, displayName: user.displayName };
}

export function toOwnAccount(actor: Actor): OwnAccount {
  return { ...toUserSummary(actor), email: actor.email, role: actor.role };
}

export function toAdminUser(row: AdminUserRow): AdminUser {
  return {
    ...row,
    invitedUntil: row.invitedUntil?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
