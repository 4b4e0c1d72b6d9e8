import { and, desc, eq, ilike, or, sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { escapeLike } from "@/server/db/escape-like";
import { users } from "@/server/db/schema/users";
import type { AdminUser } from "../dto";
import type { ListUsersInput } from "../input";
import { adminUserColumns, toAdminUser } from "./to-dto";

export type AdminUserPage = { users: AdminUser[]; nextCursor: { createdAt: string; id: string } | null };

/** People for the console, newest first, one keyset page at a time. */
export async function listUsers(input: ListUsersInput): Promise<AdminUserPage> {
  const { status, query, cursor, limit } = input;
  const pattern = query ? `%${escapeLike(query)}%` : null;
  const rows = await database()
    .db.select(adminUserColumns)
    .from(users)
    .where(
      and(
        status ? eq(users.status, status) : undefined,
        pattern
          ? or(ilike(users.username, pattern), ilike(users.displayName, pattern), ilike(users.email, pattern))
          : undefined,
        cursor
          ? sql`(${users.createdAt}, ${users.id}) < (${cursor.createdAt}::timestamptz, ${cursor.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(users.createdAt), desc(users.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit).map(toAdminUser);
  const last = page.at(-1);
  return {
    users: page,
    nextCursor: rows.length > limit && last ? { createdAt: last.createdAt, id: last.id } : null,
  };
}
