import type { ConversationDetails, Membership } from "./dto";

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
  /** The person marked many conversations as read at once. */
  "conversations.read": { markers: { conversationId: string; seq: number; membershipRevision: number }[] };
  /** The person's role or own settings are other now. */
  "membership.changed": { conversationId: string; membership: Membership };
};

/** On `private-conversation-<id>`. */
export type ConversationChannelEvents = {
  /** Somebody joined, left, was added or got another role: read the members anew where they are shown. */
  "members.changed": { conversationId: string };
  /** The conversation is called, described or run otherwise now. */
  "conversation.changed": { conversation: ConversationDetails };
  /** The conversation was deleted. */
  "conversation.removed": { conversationId: string };
};
