import { and, eq, type SQL, sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import { type AdminUserCounts, countedAtMost } from "../dto";

/** How many people are in each of the console's groups, counted to `countedAtMost` and no further. */
export async function countUsers(): Promise<AdminUserCounts> {
  const { db } = database();
  const [row] = await db.execute<AdminUserCounts>(sql`
    select ${counted(eq(users.status, "pending"))} as pending,
      ${counted(eq(users.status, "active"))} as active,
      ${counted(eq(users.status, "suspended"))} as suspended,
      ${counted(eq(users.status, "banned"))} as banned,
      ${counted(and(eq(users.status, "deactivated"), users.imported))} as imported,
      ${counted(eq(users.status, "rejected"))} as rejected`);
  return row as AdminUserCounts;
}

const counted = (which: SQL | undefined) =>
  sql`(select count(*)::int from (select from ${users} where ${which} limit ${countedAtMost}) as found)`;
