import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Queryable } from "@/server/db/client";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { messages } from "@/server/db/schema/messages";
import { users } from "@/server/db/schema/users";
import type { ConversationSummary } from "../dto";
import type { SystemEvent } from "../system-event";
import { detailsColumns, membershipColumns, toDetails, toMembership } from "./to-dto";

/** Length of the excerpt under a conversation's name, in characters. */
const excerptLength = 140;

const author = alias(users, "author");
const counterpart = alias(users, "counterpart");

/**
 * One person's conversations as their list shows them, most recent activity first, in one query: a
 * direct conversation's other person is named by its key, the last message by `last_seq`.
 */
export async function querySummaries(
  db: Queryable,
  userId: string,
  where: SQL | undefined,
  limit: number,
): Promise<ConversationSummary[]> {
  const first = sql`split_part(${conversations.directKey}, ':', 1)`;
  const second = sql`split_part(${conversations.directKey}, ':', 2)`;
  const rows = await db
    .select({
      details: detailsColumns,
      membership: membershipColumns,
      kind: conversations.kind,
      lastSeq: conversations.lastSeq,
      revision: conversations.revision,
      lastActivityAt: conversations.lastActivityAt,
      lastReadSeq: conversationMembers.lastReadSeq,
      counterpart: {
        id: counterpart.id,
        username: counterpart.username,
        displayName: counterpart.displayName,
      },
      lastMessage: {
        seq: messages.seq,
        excerpt: sql<string>`left(${messages.body}, ${sql.raw(String(excerptLength))})`,
        system: messages.system,
        createdAt: messages.createdAt,
      },
      author: { id: author.id, username: author.username, displayName: author.displayName },
    })
    .from(conversationMembers)
    .innerJoin(conversations, eq(conversations.id, conversationMembers.conversationId))
    .leftJoin(
      messages,
      and(eq(messages.conversationId, conversations.id), eq(messages.seq, conversations.lastSeq)),
    )
    .leftJoin(author, eq(author.id, messages.authorId))
    .leftJoin(
      counterpart,
      and(
        eq(conversations.kind, "direct"),
        sql`${counterpart.id} = (case when ${first} = ${userId} then ${second} else ${first} end)::uuid`,
      ),
    )
    .where(and(eq(conversationMembers.userId, userId), isNull(conversations.deletedAt), where))
    .orderBy(desc(conversations.lastActivityAt), desc(conversations.id))
    .limit(limit);
  return rows.map(({ details, membership, author, lastMessage, lastActivityAt, ...row }) => ({
    ...toDetails(details),
    ...toMembership(membership),
    ...row,
    lastActivityAt: lastActivityAt.toISOString(),
    lastMessage:
      lastMessage && author
        ? {
            ...lastMessage,
            author,
            system: lastMessage.system as SystemEvent | null,
            createdAt: lastMessage.createdAt.toISOString(),
          }
        : null,
  }));
}
