import { and, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { users } from "@/server/db/schema/users";
import type { ParsedQuery } from "../parse-query";
import type { Searched } from "./find-messages";

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
  return database()
    .db.select({ id: conversations.id, length: conversations.revision })
    .from(conversationMembers)
    .innerJoin(conversations, eq(conversations.id, conversationMembers.conversationId))
    .where(
      and(
        eq(conversationMembers.userId, ctx.actor.id),
        isNull(conversations.deletedAt),
        conversationId ? eq(conversations.id, conversationId) : undefined,
        named,
      ),
    )
    .orderBy(desc(conversations.lastActivityAt), desc(conversations.id));
}

/** The people whom `from:` names, by user name. */
export async function listNamedAuthors(ctx: ActorContext, query: ParsedQuery): Promise<string[]> {
  if (query.from.length === 0) return [];
  const names = query.from.map((name) => (name.toLowerCase() === "me" ? ctx.actor.username : name));
  const rows = await database().db.select({ id: users.id }).from(users).where(inArray(users.username, names));
  return rows.map((r) => r.id);
}
