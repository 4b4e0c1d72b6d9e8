import { and, desc, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { quoteLength } from "@/features/messages/excerpt";
import type { Queryable } from "@/server/db/client";
import { broadcasts } from "@/server/db/schema/broadcasts";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { messages } from "@/server/db/schema/messages";
import { notifications } from "@/server/db/schema/notifications";
import { threadMembers } from "@/server/db/schema/threads";
import { users } from "@/server/db/schema/users";
import type { Notification } from "../dto";

const root = alias(messages, "thread_root");

/** The latest reaction of somebody else to the person's message, and how many people reacted. */
const latest = sql`lateral (
  select r.user_id, r.emoji, (
    select count(distinct o.user_id) from message_reactions o
    where o.message_id = r.message_id and o.user_id <> r.user_id and o.user_id <> ${notifications.userId}
  )::int as others
  from message_reactions r
  where ${notifications.kind} = 'reaction' and r.message_id = ${notifications.messageId}
    and r.user_id <> ${notifications.userId}
  order by r.created_at desc, r.user_id limit 1
) latest`;

/**
 * Whether the person has dealt with a notification: opened it, or read what was said, on whatever device.
 * Being read follows from the read markers: nothing has to be written when they move.
 */
export const isRead: SQL<boolean> = sql<boolean>`(${notifications.readAt} is not null or ${notifications.kind} <> 'reaction'
  and coalesce(${notifications.seq} <= case when ${notifications.threadRootId} is null
    then ${conversationMembers.lastReadSeq} else ${threadMembers.lastReadSeq} end, false))`;

/** What still stands: a broadcast does; else the person is a member, the message is there, somebody's reaction is. */
const stands = and(
  or(
    isNotNull(notifications.broadcastId),
    and(isNotNull(conversationMembers.userId), isNull(conversations.deletedAt)),
  ),
  or(isNull(notifications.messageId), isNull(messages.deletedAt)),
  sql`(${notifications.kind} <> 'reaction' or latest.user_id is not null)`,
);

/** The start of a query for somebody's notifications that still stand, with everything that they show. */
export function selectNotifications(db: Queryable, where: SQL | undefined) {
  return db
    .select({
      id: notifications.id,
      userId: notifications.userId,
      kind: notifications.kind,
      actor: { id: users.id, username: users.username, displayName: users.displayName },
      others: sql<number>`coalesce(latest.others, 0)`,
      emoji: sql<string | null>`latest.emoji`,
      conversation: { id: conversations.id, kind: conversations.kind, name: conversations.name },
      messageId: messages.id,
      replySeq: sql<
        number | null
      >`case when ${messages.threadRootId} is not null then ${messages.seq} end`.mapWith(messages.seq),
      jumpSeq: sql<number | null>`coalesce(${root.seq}, ${messages.seq})`.mapWith(messages.seq),
      excerpt: sql<string | null>`left(${messages.body}, ${sql.raw(String(quoteLength))})`,
      broadcast: {
        id: broadcasts.id,
        title: broadcasts.title,
        body: broadcasts.body,
        important: broadcasts.important,
      },
      occurredAt: notifications.occurredAt,
      read: isRead,
    })
    .from(notifications)
    .leftJoin(broadcasts, eq(broadcasts.id, notifications.broadcastId))
    .leftJoin(conversations, eq(conversations.id, notifications.conversationId))
    .leftJoin(
      conversationMembers,
      and(
        eq(conversationMembers.conversationId, notifications.conversationId),
        eq(conversationMembers.userId, notifications.userId),
      ),
    )
    .leftJoin(messages, eq(messages.id, notifications.messageId))
    .leftJoin(root, eq(root.id, messages.threadRootId))
    .leftJoin(
      threadMembers,
      and(
        eq(threadMembers.rootId, notifications.threadRootId),
        eq(threadMembers.userId, notifications.userId),
      ),
    )
    .leftJoin(latest, sql`true`)
    .innerJoin(users, sql`${users.id} = coalesce(latest.user_id, ${notifications.actorId})`)
    .where(and(stands, where))
    .orderBy(desc(notifications.occurredAt), desc(notifications.id))
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof selectNotifications>>[number];

export function toNotification(row: Row): Notification {
  const { id, kind, actor, others, emoji, read, conversation, broadcast } = row;
  const told = { id, actor, others, emoji, occurredAt: row.occurredAt.toISOString(), read };
  if (kind === "broadcast") {
    if (!broadcast) throw new Error("A notification of a broadcast names none.");
    return { ...told, kind, broadcast };
  }
  if (!conversation) throw new Error("A notification names no conversation.");
  const { messageId, replySeq, jumpSeq, excerpt } = row;
  const message =
    messageId === null ? null : { id: messageId, seq: jumpSeq ?? 0, replySeq, excerpt: excerpt ?? "" };
  return { ...told, kind, conversation, message };
}
