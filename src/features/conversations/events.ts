import type { ConversationSummary } from "./dto";

/** On `private-user-<id>`: about that person's own list. Events are hints: applying one twice changes nothing. */
export type ConversationEvents = {
  /** The person is now a member: created, added or joined. */
  "conversation.added": { conversation: ConversationSummary };
  /** The person is no longer a member. */
  "conversation.removed": { conversationId: string };
  /** The person read up to `seq`, perhaps on another device. */
  "read-marker.moved": { conversationId: string; seq: number };
};

/** On `private-conversation-<id>`. */
export type ConversationChannelEvents = {
  "members.changed": { conversationId: string; memberCount: number };
};
