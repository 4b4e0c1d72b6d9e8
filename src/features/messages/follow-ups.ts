/** What changes to messages leave to be done: telling those whom they concern. */
export type MessageFollowUps = {
  "message.sent": { messageId: string };
  /** The message may address others than before. */
  "message.edited": { messageId: string };
  /** What the first link of the message leads to is to be shown with it. */
  "message.linked": { conversationId: string; messageId: string };
  "message.reacted": { messageId: string; userId: string; emoji: string };
};
