import { and, asc, eq, gt, ne, or, sql } from "drizzle-orm";
import { database, type Queryable } from "@/server/db/client";
import { conversationMembers } from "@/server/db/schema/conversations";
import { messageMentions, messages } from "@/server/db/schema/messages";

/** Somebody whom a message addresses, and how: by name, or with everybody (`here` means: if online). */
export type Addressed = { userId: string; by: "name" | "here" | "all" };

/**
 * Whom a message addresses, its author never: what notifications are made of. Only who is a member at this
 * moment, in order of id, one keyset page at a time (`after` is the last id of the page before).
 */
export async function listAddressed(
  messageId: string,
  { after, limit, db = database().db }: { after?: string; limit: number; db?: Queryable },
): Promise<Addressed[]> {
  const byName = sql<boolean>`${messageMentions.userId} is not null`;
  const rows = await db
    .select({ userId: conversationMembers.userId, everyone: messages.mentionsEveryone, byName })
    .from(messages)
    .innerJoin(conversationMembers, eq(conversationMembers.conversationId, messages.conversationId))
    .leftJoin(
      messageMentions,
      and(eq(messageMentions.messageId, messages.id), eq(messageMentions.userId, conversationMembers.userId)),
    )
    .where(
      and(
        eq(messages.id, messageId),
        ne(conversationMembers.userId, messages.authorId),
        or(byName, sql`${messages.mentionsEveryone} is not null`),
        after ? gt(conversationMembers.userId, after) : undefined,
      ),
    )
    .orderBy(asc(conversationMembers.userId))
    .limit(limit);
  return rows.map(({ userId, everyone, byName }) => ({
    userId,
    by: byName || !everyone ? "name" : everyone,
  }));
}
