import { and, asc, desc, eq, isNull, type Placeholder, type SQL } from "drizzle-orm";
import { database, type Queryable } from "@/server/db/client";
import { messages } from "@/server/db/schema/messages";
import type { Message } from "../dto";
import { author, messageColumns, originAuthor, quoted, quotedAuthor, toMessage } from "./to-dto";

const orders = {
  "newest first": desc(messages.seq),
  "oldest first": asc(messages.seq),
  "by revision": asc(messages.revision),
};

/** The conversation's main line, or the replies of one thread: `seq` counts each of them. */
export const inLine = (threadRootId: string | null) =>
  threadRootId === null ? isNull(messages.threadRootId) : eq(messages.threadRootId, threadRootId);

/** The start of a query for messages with everything that a `Message` shows. */
export function selectMessages<Extra extends Record<string, SQL> = Record<never, SQL>>(
  db: Queryable,
  extra = {} as Extra,
) {
  return db
    .select({ ...messageColumns, ...extra })
    .from(messages)
    .innerJoin(author, eq(author.id, messages.authorId))
    .leftJoin(quoted, eq(quoted.id, messages.replyToId))
    .leftJoin(quotedAuthor, eq(quotedAuthor.id, quoted.authorId))
    .leftJoin(originAuthor, eq(originAuthor.id, messages.forwardedAuthorId))
    .$dynamic();
}

/** Messages of one conversation in one query, with all that they show. The caller has checked access. */
export async function queryMessages(
  conversationId: string,
  where: SQL | undefined,
  order: keyof typeof orders,
  limit: number,
  db: Queryable = database().db,
): Promise<Message[]> {
  return (await messagesQuery(conversationId, where, order, limit, db)).map(toMessage);
}

/** The statement of `queryMessages`, whose plan a test reads. */
export const messagesQuery = (
  conversationId: string | Placeholder,
  where: SQL | undefined,
  order: keyof typeof orders,
  limit: number,
  db: Queryable,
) =>
  selectMessages(db)
    .where(and(eq(messages.conversationId, conversationId), where))
    .orderBy(orders[order])
    .limit(limit);

/** One message of a conversation, or null. The caller has checked access. */
export async function getMessage(
  db: Queryable,
  conversationId: string,
  messageId: string,
): Promise<Message | null> {
  const [message] = await queryMessages(conversationId, eq(messages.id, messageId), "newest first", 1, db);
  return message ?? null;
}
