import { eq, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { AppError } from "@/server/app-error";
import { conversations } from "@/server/db/schema/conversations";
import { messages } from "@/server/db/schema/messages";
import type { Transaction } from "@/server/db/transaction";
import type { Message } from "../dto";
import { toConversation } from "./events";
import { getMessage } from "./queries";

/**
 * The end of every change to a message: raises the conversation's revision and gives it to the message, in
 * one statement with the changed columns, and announces the message as it reads now, which it returns.
 */
export async function changeMessage(
  tx: Transaction,
  message: { id: string; conversationId: string },
  columns: PgUpdateSetSource<typeof messages> = {},
): Promise<Message> {
  const bumped = tx.db.$with("bumped").as(
    tx.db
      .update(conversations)
      .set({ revision: sql`${conversations.revision} + 1` })
      .where(eq(conversations.id, message.conversationId))
      .returning({ revision: conversations.revision }),
  );
  await tx.db
    .with(bumped)
    .update(messages)
    .set({ ...columns, revision: sql`"bumped"."revision"` })
    .from(bumped)
    .where(eq(messages.id, message.id));
  const changed = await getMessage(tx.db, message.conversationId, message.id);
  if (!changed) throw new AppError("NOT_FOUND");
  tx.emit(toConversation(message.conversationId, "message.changed", { message: changed }));
  return changed;
}
