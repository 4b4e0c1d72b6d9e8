import type { Message } from "./dto";

/** On `private-conversation-<id>`. */
export type MessageEvents = {
  "message.created": { message: Message };
  /** Edited, deleted, restored, reacted to, pinned …: the message as it reads now. */
  "message.changed": { message: Message };
};

/** On `private-user-<id>`: what only concerns that person. */
export type OwnMessageEvents = {
  "message.saved": { conversationId: string; messageId: string };
  "message.unsaved": { conversationId: string; messageId: string };
};
