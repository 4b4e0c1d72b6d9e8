import { and, asc, eq, ilike, ne, or } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { escapeLike } from "@/server/db/escape-like";
import { users } from "@/server/db/schema/users";
import type { UserSummary } from "../dto";
import { userSummaryColumns } from "./to-dto";

const limit = 20;

/** Up to 20 active people whose user name or display name contains the query, to start a conversation with. */
export async function searchUsers(ctx: ActorContext, input: { query: string }): Promise<UserSummary[]> {
  const pattern = `%${escapeLike(input.query)}%`;
  return database()
    .db.select(userSummaryColumns)
    .from(users)
    .where(
      and(
        eq(users.status, "active"),
        ne(users.id, ctx.actor.id),
        or(ilike(users.username, pattern), ilike(users.displayName, pattern)),
      ),
    )
    .orderBy(asc(users.displayName), asc(users.id))
    .limit(limit);
}
