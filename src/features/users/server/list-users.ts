import { and, asc, desc, sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import type { AdminUser, AdminUserPage } from "../dto";
import type { ListUsersInput } from "../input";
import { matchUsers } from "./match-users";
import { adminUserColumns, toAdminUser } from "./to-dto";

/** People for the console, newest first unless asked otherwise, one keyset page at a time. */
export async function listUsers(input: ListUsersInput): Promise<AdminUserPage> {
  const rows = await listUsersQuery(input);
  const page = rows.slice(0, input.limit).map(toAdminUser);
  const last = page.at(-1);
  return {
    users: page,
    nextCursor: rows.length > input.limit && last ? { key: keys[input.sort](last), id: last.id } : null,
  };
}

const keys: Record<ListUsersInput["sort"], (user: AdminUser) => string> = {
  joined: ({ createdAt }) => createdAt,
  name: ({ displayName }) => displayName,
};

/** The statement of `listUsers`: one row more than the page holds, if there are more. */
export function listUsersQuery({ sort, direction, cursor, limit, ...filter }: ListUsersInput) {
  const order = direction === "ascending" ? asc : desc;
  const key = sort === "name" ? users.displayName : users.createdAt;
  const beyond = sql.raw(direction === "ascending" ? ">" : "<");
  const type = sql.raw(sort === "name" ? "text" : "timestamptz");
  return database()
    .db.select(adminUserColumns)
    .from(users)
    .where(
      and(
        matchUsers(filter),
        cursor
          ? sql`(${key}, ${users.id}) ${beyond} (${cursor.key}::${type}, ${cursor.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(order(key), order(users.id))
    .limit(limit + 1);
}
