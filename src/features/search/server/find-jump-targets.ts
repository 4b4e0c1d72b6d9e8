import { and, asc, desc, eq, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { userSummaryColumns } from "@/features/users/server/to-dto";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { users } from "@/server/db/schema/users";
import type { JumpTargets } from "../dto";

const limit = 8;

/**
 * People and groups whose names resemble the query, small typing errors included (pg_trgm's word
 * similarity): active people, the searcher's own groups, and public ones to join.
 */
export async function findJumpTargets(ctx: ActorContext, input: { query: string }): Promise<JumpTargets> {
  const { db } = database();
  const query = input.query.replace(/^[@#]/, "").toLowerCase();
  const names = sql`(${users.username} || ' ' || ${users.displayName})`;
  const own = alias(conversationMembers, "own");
  const [people, groups] = await Promise.all([
    db
      .select(userSummaryColumns)
      .from(users)
      .where(and(eq(users.status, "active"), sql`${query} <% ${names}`))
      .orderBy(desc(sql`word_similarity(${query}, ${names})`), asc(users.displayName), asc(users.id))
      .limit(limit),
    db
      .select({
        id: conversations.id,
        name: sql<string>`${conversations.name}`,
        joined: sql<boolean>`${own.userId} is not null`,
      })
      .from(conversations)
      .leftJoin(own, and(eq(own.conversationId, conversations.id), eq(own.userId, ctx.actor.id)))
      .where(
        and(
          isNull(conversations.deletedAt),
          sql`${query} <% ${conversations.name}`,
          or(eq(conversations.visibility, "public"), sql`${own.userId} is not null`),
        ),
      )
      .orderBy(
        desc(sql`${own.userId} is not null`),
        desc(sql`word_similarity(${query}, ${conversations.name})`),
        asc(conversations.id),
      )
      .limit(limit),
  ]);
  return { people, groups };
}
