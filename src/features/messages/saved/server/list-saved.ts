import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { messages, savedMessages } from "@/server/db/schema/messages";
import type { SavedPage } from "../../dto";
import type { ListSavedInput } from "../../input";
import { selectMessages } from "../../server/queries";
import { toMessage } from "../../server/to-dto";

const savedAt = sql<Date>`${savedMessages.savedAt}`.mapWith(savedMessages.savedAt);

/**
 * What the actor keeps for later, the latest saved first, one keyset page at a time. Messages of
 * conversations that the actor has left stay out of it until they are back.
 */
export async function listSaved(ctx: ActorContext, input: ListSavedInput): Promise<SavedPage> {
  const { limit } = input;
  const rows = await savedQuery(ctx.actor.id, input);
  const saved = rows
    .slice(0, limit)
    .map(({ savedAt, ...row }) => ({ message: toMessage(row), savedAt: savedAt.toISOString() }));
  const last = saved.at(-1);
  return {
    saved,
    nextCursor: rows.length > limit && last ? { savedAt: last.savedAt, id: last.message.id } : null,
  };
}

/** The statement of `listSaved`, whose plan a test reads. */
export function savedQuery(userId: string, { cursor, limit }: ListSavedInput) {
  const older: SQL | undefined = cursor
    ? sql`(${savedMessages.savedAt}, ${savedMessages.messageId}) < (${cursor.savedAt}::timestamptz, ${cursor.id}::uuid)`
    : undefined;
  return selectMessages(database().db, { savedAt })
    .innerJoin(savedMessages, eq(savedMessages.messageId, messages.id))
    .innerJoin(
      conversationMembers,
      and(
        eq(conversationMembers.conversationId, messages.conversationId),
        eq(conversationMembers.userId, userId),
      ),
    )
    .innerJoin(
      conversations,
      and(eq(conversations.id, messages.conversationId), isNull(conversations.deletedAt)),
    )
    .where(and(eq(savedMessages.userId, userId), older))
    .orderBy(desc(savedMessages.savedAt), desc(savedMessages.messageId))
    .limit(limit + 1);
}
