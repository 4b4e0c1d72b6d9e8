/** What changes to messages leave to be done: telling those whom they concern. */
export type MessageFollowUps = {
  "message.sent": { messageId: string };
  /** The message may address others than before. */
  "message.edited": { messageId: string };
  "message.reacted": { messageId: string; userId: string; emoji: string };
};
