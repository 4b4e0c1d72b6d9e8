import { and, desc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import type { AdminUserPage } from "../dto";
import type { ListUsersInput } from "../input";
import { containsWord, searchedEmail, searchedNames, searchWords } from "./matches-text";
import { adminUserColumns, toAdminUser } from "./to-dto";

/** People for the console, newest first, one keyset page at a time. */
export async function listUsers(input: ListUsersInput): Promise<AdminUserPage> {
  const rows = await listUsersQuery(input);
  const page = rows.slice(0, input.limit).map(toAdminUser);
  const last = page.at(-1);
  return {
    users: page,
    nextCursor: rows.length > input.limit && last ? { createdAt: last.createdAt, id: last.id } : null,
  };
}

/** The statement of `listUsers`: one row more than the page holds, if there are more. */
export function listUsersQuery({ status, imported, query = "", cursor, limit }: ListUsersInput) {
  return database()
    .db.select(adminUserColumns)
    .from(users)
    .where(
      and(
        status && eq(users.status, status),
        imported === undefined ? undefined : (imported ? isNotNull : isNull)(users.importKey),
        ...searchWords(query).map((word) =>
          or(containsWord(searchedNames, word), containsWord(searchedEmail, word)),
        ),
        cursor
          ? sql`(${users.createdAt}, ${users.id}) < (${cursor.createdAt}::timestamptz, ${cursor.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(users.createdAt), desc(users.id))
    .limit(limit + 1);
}
