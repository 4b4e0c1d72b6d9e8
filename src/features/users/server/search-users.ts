import { and, asc, eq, ne } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import type { UserSummary } from "../dto";
import { containsWord, searchedNames, searchWords } from "./matches-text";
import { userSummaryColumns } from "./to-dto";

const limit = 20;

/** Up to 20 active people whose names contain every word of the query, to start a conversation with. */
export async function searchUsers(ctx: ActorContext, input: { query: string }): Promise<UserSummary[]> {
  return searchUsersQuery(ctx.actor.id, input.query);
}

/** The statement of `searchUsers`. */
export function searchUsersQuery(searcherId: string, query: string) {
  return database()
    .db.select(userSummaryColumns)
    .from(users)
    .where(
      and(
        eq(users.status, "active"),
        ne(users.id, searcherId),
        ...searchWords(query).map((word) => containsWord(searchedNames, word)),
      ),
    )
    .orderBy(asc(users.displayName), asc(users.id))
    .limit(limit);
}
