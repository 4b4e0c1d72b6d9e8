/**
 * On `private-user-<id>`: about that person's own list of conversations. Events are hints: applying one
 * twice, late or in another order changes nothing.
 */
export type UserChannelEvents = {
  /** The person is now a member (created, added or joined); read the conversation to show it. */
  "conversation.added": { conversationId: string };
  /** The person is no longer a member. */
  "conversation.removed": { conversationId: string };
  /** The person read up to `seq`, perhaps on another device. */
  "read-marker.moved": { conversationId: string; seq: number };
};

/** On `private-conversation-<id>`. */
export type ConversationChannelEvents = {
  /** Somebody joined, left or was added: read the members anew where they are shown. */
  "members.changed": { conversationId: string };
};
