import { eq, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { Actor } from "@/server/context";
import { conversations } from "@/server/db/schema/conversations";
import type { Transaction } from "@/server/db/transaction";
import type { ConversationDetails } from "../dto";
import type { SystemEvent } from "../system-event";
import { toConversation } from "./events";
import { insertSystemMessage } from "./insert-system-message";
import { detailsColumns, toDetails } from "./to-dto";

/**
 * The end of every change to what a conversation is: notes in its history what happened (at least one
 * event, which is what raises the revision), stores the columns, and tells all members. The caller holds
 * the conversation's lock.
 */
export async function changeDetails(
  tx: Transaction,
  actor: Actor,
  conversationId: string,
  columns: PgUpdateSetSource<typeof conversations>,
  happened: [SystemEvent, ...SystemEvent[]],
): Promise<ConversationDetails> {
  for (const event of happened) await insertSystemMessage(tx, actor, conversationId, event);
  const [row] = await tx.db
    .update(conversations)
    .set({ ...columns, detailsRevision: sql`${conversations.revision}` })
    .where(eq(conversations.id, conversationId))
    .returning(detailsColumns);
  if (!row) throw new Error("A conversation vanished while it was locked.");
  const conversation = toDetails(row);
  tx.emit(toConversation(conversationId, "conversation.changed", { conversation }));
  return conversation;
}
