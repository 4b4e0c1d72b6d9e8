import { and, eq, isNull, sql } from "drizzle-orm";
import { getPreferences } from "@/features/users/server/get-preferences";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { messages } from "@/server/db/schema/messages";
import { users } from "@/server/db/schema/users";
import { requireConversation } from "../../server/access";
import type { ReaderPage } from "../dto";
import type { ListReadersInput } from "../input";
import { readerCountQuery, readersQuery } from "./queries";

/**
 * Who has read a message, by name, one keyset page at a time: of those who share it, to somebody who
 * shares it too. Throws NOT_FOUND, or FORBIDDEN to somebody who does not share.
 */
export async function listReaders(ctx: ActorContext, input: ListReadersInput): Promise<ReaderPage> {
  const { conversationId, messageId, cursor, limit } = input;
  await requireConversation(ctx, conversationId);
  const { readReceipts } = await getPreferences(ctx.actor.id);
  if (!readReceipts) throw new AppError("FORBIDDEN");
  const [message] = await database()
    .db.select({
      conversationId: messages.conversationId,
      seq: messages.seq,
      authorId: messages.authorId,
    })
    .from(messages)
    .where(
      and(
        eq(messages.id, messageId),
        eq(messages.conversationId, conversationId),
        // Threads have markers of their own.
        isNull(messages.threadRootId),
      ),
    );
  if (!message) throw new AppError("NOT_FOUND");
  const after = cursor
    ? sql`(${users.displayName}, ${users.id}) > (${cursor.displayName}, ${cursor.id}::uuid)`
    : undefined;
  const [rows, [count]] = await Promise.all([
    readersQuery(message, after, limit + 1),
    readerCountQuery(message),
  ]);
  const readers = rows.slice(0, limit);
  const last = readers.at(-1);
  return {
    readers,
    total: count?.total ?? 0,
    nextCursor: rows.length > limit && last ? { displayName: last.displayName, id: last.id } : null,
  };
}
