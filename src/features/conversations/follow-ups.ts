/** What changes to conversations leave to be done: telling those whom they concern. */
export type ConversationFollowUps = {
  "members.added": { conversationId: string; userIds: string[]; byId: string };
};
