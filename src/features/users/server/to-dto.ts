import { sql } from "drizzle-orm";
import type { Actor } from "@/server/context";
import { users } from "@/server/db/schema/users";
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
  createdAt: users.createdAt,
};

export function toUserSummary(user: UserSummary): UserSummary {
  return { id: user.id, username: user.username, displayName: user.displayName };
}

export function toOwnAccount(actor: Actor): OwnAccount {
  return { ...toUserSummary(actor), email: actor.email, role: actor.role };
}

export function toAdminUser(row: Omit<AdminUser, "createdAt"> & { createdAt: Date }): AdminUser {
  return { ...row, createdAt: row.createdAt.toISOString() };
}
