import { sql } from "drizzle-orm";
import type { Actor } from "@/server/context";
import { presences } from "@/server/db/schema/presences";
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
  imported: users.imported,
  claimed: sql<boolean>`(${users.passwordHash} is not null or ${users.importKey} is null)`,
  invitedUntil: sql<Date | null>`(
    select max(${accountLinks.expiresAt}) from ${accountLinks}
    where ${accountLinks.userId} = ${users}.id and ${accountLinks.purpose} = 'invitation'
      and ${accountLinks.usedAt} is null and ${accountLinks.expiresAt} > now())`.mapWith(
    accountLinks.expiresAt,
  ),
  createdAt: users.createdAt,
  seenAt: sql<Date | null>`(
    select case when ${presences.online} then now() else ${presences.seenAt} end from ${presences}
    where ${presences.userId} = ${users}.id)`.mapWith(presences.seenAt),
  statusReason: users.statusReason,
  suspendedUntil: users.suspendedUntil,
  emailVerified: sql<boolean>`${users.emailVerifiedAt} is not null`,
  hasSecondFactor: users.hasSecondFactor,
  secondFactorRequired: users.secondFactorRequired,
  lastCountry: users.lastCountry,
};

type AdminUserRow = Omit<AdminUser, "createdAt" | "invitedUntil" | "seenAt" | "suspendedUntil"> & {
  createdAt: Date;
  invitedUntil: Date | null;
  seenAt: Date | null;
  suspendedUntil: Date | null;
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
    seenAt: row.seenAt?.toISOString() ?? null,
    suspendedUntil: row.suspendedUntil?.toISOString() ?? null,
  };
}
