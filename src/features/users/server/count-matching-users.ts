import { sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import type { UserFilter } from "../input";
import { matchUsers } from "./match-users";

/** How many people a filter matches. */
export async function countMatchingUsers(filter: UserFilter): Promise<number> {
  const [row] = await database()
    .db.select({ count: sql<number>`count(*)::int` })
    .from(users)
    .where(matchUsers(filter));
  return row?.count ?? 0;
}
