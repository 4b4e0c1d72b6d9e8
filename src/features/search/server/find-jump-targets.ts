import { and, asc, desc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { userSummaryColumns } from "@/features/users/server/to-dto";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { escapeLike } from "@/server/db/escape-like";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { users } from "@/server/db/schema/users";
import type { JumpTargets } from "../dto";
import { unspacedLexemes } from "../text-query";

const limit = 8;

/**
 * People and groups whose names resemble the query, without accents and with small typing errors (pg_trgm's
 * word similarity): active people, the searcher's own groups, and public ones to join.
 */
export async function findJumpTargets(ctx: ActorContext, input: { query: string }): Promise<JumpTargets> {
  const query = input.query.replace(/^[@#]/, "").trim();
  if (!query) return { people: [], groups: [] };
  const [people, groups] = await Promise.all([peopleQuery(query), groupsQuery(ctx.actor.id, query)]);
  return { people, groups };
}

const personName = sql`search_name(${users.username} || ' ' || ${users.displayName})`;
const groupName = sql`search_name(${conversations.name})`;

/** People of that name; the statement, whose plan a test reads. */
export const peopleQuery = (query: string) =>
  database()
    .db.select(userSummaryColumns)
    .from(users)
    .where(and(eq(users.status, "active"), resembles(query, personName, sql`${users.displayName}`)))
    .orderBy(desc(similarity(query, personName)), asc(users.displayName), asc(users.id))
    .limit(limit);

/** Groups of that name, one's own first; the statement, whose plan a test reads. */
export function groupsQuery(searcherId: string, query: string) {
  const own = alias(conversationMembers, "own");
  const joined = sql<boolean>`${own.userId} is not null`;
  return database()
    .db.select({ id: conversations.id, name: sql<string>`${conversations.name}`, joined })
    .from(conversations)
    .leftJoin(own, and(eq(own.conversationId, conversations.id), eq(own.userId, searcherId)))
    .where(
      and(
        isNull(conversations.deletedAt),
        resembles(query, groupName, sql`${conversations.name}`),
        or(eq(conversations.visibility, "public"), joined),
      ),
    )
    .orderBy(desc(joined), desc(similarity(query, groupName)), asc(conversations.id))
    .limit(limit);
}

const similarity = (query: string, folded: SQL) => sql`word_similarity(search_name(${query}), ${folded})`;

/** A word of the name resembles the query or begins with it, or the query stands anywhere in an unspaced name. */
function resembles(query: string, folded: SQL, name: SQL): SQL | undefined {
  const lexemes = unspacedLexemes(query);
  return or(
    sql`search_name(${query}) <% ${folded}`,
    sql`${folded} like search_name(${escapeLike(query)}) || '%'`,
    lexemes ? sql`search_bigrams(${name}) @@ ${lexemes}::tsquery` : undefined,
  );
}
