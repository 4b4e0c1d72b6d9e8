import { and, asc, desc, eq, type SQL } from "drizzle-orm";
import { database } from "@/server/db/client";
import { messages } from "@/server/db/schema/messages";
import type { Message } from "../dto";
import { author, messageColumns, quoted, quotedAuthor, toMessage } from "./to-dto";

const orders = {
  "newest first": desc(messages.seq),
  "oldest first": asc(messages.seq),
  "by revision": asc(messages.revision),
};

/** Messages of one conversation in one query, with authors and quotes. The caller has checked access. */
export async function queryMessages(
  conversationId: string,
  where: SQL | undefined,
  order: keyof typeof orders,
  limit: number,
): Promise<Message[]> {
  const rows = await database()
    .db.select(messageColumns)
    .from(messages)
    .innerJoin(author, eq(author.id, messages.authorId))
    .leftJoin(quoted, eq(quoted.id, messages.replyToId))
    .leftJoin(quotedAuthor, eq(quotedAuthor.id, quoted.authorId))
    .where(and(eq(messages.conversationId, conversationId), where))
    .orderBy(orders[order])
    .limit(limit);
  return rows.map(toMessage);
}
