import { conversationPath, messagePath } from "@/features/conversations/conversation-path";
import type { Notification } from "./dto";

/** Where a notification leads: to the message among what was said around it, or to the conversation. */
export function notificationPath({
  conversation,
  message,
}: Pick<Notification, "conversation" | "message">): string {
  if (!message) return conversationPath(conversation.id);
  return messagePath(conversation.id, message.seq, message.replySeq);
}
