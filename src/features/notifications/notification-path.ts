import { conversationPath, messagePath } from "@/features/conversations/conversation-path";
import type { Notification } from "./dto";

/** Where a notification leads: to the message among what was said around it, or to the conversation. */
export function notificationPath({
  conversation,
  message,
}: Pick<Notification, "conversation" | "message">): string {
  if (!message) return conversationPath(conversation.id);
  const path = messagePath(conversation.id, message.seq);
  return message.threadRootId === null ? path : `${path}?thread=${message.threadRootId}`;
}
