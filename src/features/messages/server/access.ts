import {
  requireConversation,
  requireConversationForChange,
  type VisibleConversation,
} from "@/features/conversations/server/access";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { database, type Queryable } from "@/server/db/client";
import type { Message } from "../dto";
import type { MessageInput } from "../input";
import { getMessage } from "./queries";

export type VisibleMessage = { conversation: VisibleConversation; message: Message };

/** A message of a conversation that the actor is a member of. Throws NOT_FOUND. */
export async function requireMessage(
  ctx: ActorContext,
  { conversationId, messageId }: MessageInput,
  db: Queryable = database().db,
): Promise<VisibleMessage> {
  const conversation = await requireConversation(ctx, conversationId, db);
  const message = await getMessage(db, conversationId, messageId);
  if (!message) throw new AppError("NOT_FOUND");
  return { conversation, message };
}

/**
 * The same, as it stays until the transaction ends: changes to a conversation's messages wait for one
 * another on its row, as senders do, so that they can never wait for each other in a circle.
 */
export async function requireMessageForChange(
  ctx: ActorContext,
  { conversationId, messageId }: MessageInput,
  db: Queryable,
): Promise<VisibleMessage> {
  const conversation = await requireConversationForChange(ctx, conversationId, db);
  const message = await getMessage(db, conversationId, messageId);
  if (!message) throw new AppError("NOT_FOUND");
  return { conversation, message };
}

/**
 * The same, for what can only be done to a message that is still there, where things still change.
 * Throws MESSAGE_DELETED and CONVERSATION_ARCHIVED too.
 */
export async function requireLivingMessageForChange(
  ctx: ActorContext,
  input: MessageInput,
  db: Queryable,
): Promise<VisibleMessage> {
  const found = await requireMessageForChange(ctx, input, db);
  if (found.conversation.archivedAt) throw new AppError("CONVERSATION_ARCHIVED");
  if (found.message.deletedAt) throw new AppError("MESSAGE_DELETED");
  return found;
}
