import { and, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { users } from "@/server/db/schema/users";
import type { ParsedQuery } from "../parse-query";
import type { Searched } from "./hit-statements";

/** The conversations that a search looks into: the searcher's own, narrowed by `in:` and the place it was asked; the latest first. */
export async function listSearchedConversations(
  ctx: ActorContext,
  query: ParsedQuery,
  conversationId: string | undefined,
): Promise<Searched[]> {
  const otherMember = alias(conversationMembers, "other_member");
  const other = alias(users, "other");
  const named: SQL | undefined =
    query.in.length === 0
      ? undefined
      : or(
          inArray(
            sql`lower(${conversations.name})`,
            query.in.map((name) => name.toLowerCase()),
          ),
          sql`exists (select 1 from ${conversationMembers} "other_member"
            join ${users} "other" on ${other.id} = ${otherMember.userId}
            where ${otherMember.conversationId} = ${conversations.id} and ${conversations.kind} = 'direct'
              and ${inArray(other.username, query.in)}
              and (${other.id} <> ${ctx.actor.id} or ${conversations.directKey} = ${`${ctx.actor.id}:${ctx.actor.id}`}))`,
        );
  const { db } = database();
  // One row by its key for each membership: a join without a limit would let the planner read all conversations.
  const conversation = db
    .select({
      id: conversations.id,
      length: conversations.revision,
      createdAt: conversations.createdAt,
      lastActivityAt: conversations.lastActivityAt,
    })
    .from(conversations)
    .where(
      and(eq(conversations.id, conversationMembers.conversationId), isNull(conversations.deletedAt), named),
    )
    .limit(1)
    .as("conversation");
  return db
    .select({ ...conversation._.selectedFields })
    .from(conversationMembers)
    .innerJoinLateral(conversation, sql`true`)
    .where(
      and(
        eq(conversationMembers.userId, ctx.actor.id),
        conversationId ? eq(conversationMembers.conversationId, conversationId) : undefined,
      ),
    )
    .orderBy(desc(conversation.lastActivityAt), desc(conversation.id));
}

/** The people whom `from:` names, by user name. */
export async function listNamedAuthors(ctx: ActorContext, query: ParsedQuery): Promise<string[]> {
  if (query.from.length === 0) return [];
  const names = query.from.map((name) => (name.toLowerCase() === "me" ? ctx.actor.username : name));
  const rows = await database().db.select({ id: users.id }).from(users).where(inArray(users.username, names));
  return rows.map((r) => r.id);
}
