import { conversationPath, messagePath } from "@/features/conversations/conversation-path";
import type { ConversationNotification } from "./dto";

/** Where a notification leads: to the message among what was said around it, or to the conversation. */
export function notificationPath({
  conversation,
  message,
}: Pick<ConversationNotification, "conversation" | "message">): string {
  if (!message) return conversationPath(conversation.id);
  return messagePath(conversation.id, message.seq, message.replySeq);
}
