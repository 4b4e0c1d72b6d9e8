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

/** So many times the wanted people are looked through in the order of the list before an index is asked for a text. */
const lookedThrough = 20;

/**
 * The statement of `listUsers`: one row more than the page holds, if there are more. A text that many have fills the
 * page soon when people are looked through in the order of the list; one that few have is found by its index. Which of
 * the two it is, no planner can tell: it takes those who have it to stand as often here as there, and comparing to cost
 * nothing. So a bounded stretch of the list is looked through first.
 */
export function listUsersQuery({ sort, direction, cursor, limit, ...filter }: ListUsersInput) {
  const ascending = direction === "ascending";
  const order = ascending ? asc : desc;
  const key = sort === "name" ? users.displayName : users.createdAt;
  const inOrder = [order(key), order(users.id)] as const;
  const beyond = sql.raw(ascending ? ">" : "<");
  const type = sql.raw(sort === "name" ? "text" : "timestamptz");
  const after = cursor
    ? sql`(${key}, ${users.id}) ${beyond} (${cursor.key}::${type}, ${cursor.id}::uuid)`
    : undefined;
  const { db } = database();
  const wanted = matchUsers(filter);
  const rows = limit + 1;
  const stretch = db
    .select({ id: users.id, fits: sql`${wanted ?? true}`.as("fits") })
    .from(users)
    .where(after)
    .orderBy(...inOrder)
    .limit(lookedThrough * rows);
  const elsewhere = db
    .select({ id: users.id, key: sql`${key}`.as("key") })
    .from(users)
    .where(and(wanted, after, sql`(select count(*) from near) < ${rows}`));
  const found = sql`${users.id} in (
    with near as materialized (select id from ${stretch} as stretch where fits limit ${rows}),
    elsewhere as materialized ${elsewhere}
    select id from near where (select count(*) from near) = ${rows}
    union all (select id from elsewhere order by ${order(sql`key`)}, ${order(sql`id`)} limit ${rows}))`;
  return db
    .select(adminUserColumns)
    .from(users)
    .where(filter.query ? found : and(wanted, after))
    .orderBy(...inOrder)
    .limit(rows);
}
