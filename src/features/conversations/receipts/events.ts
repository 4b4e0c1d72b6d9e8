/** On `private-receipts-<conversation id>`, for members who share their read receipts. */
export type ReceiptEvents = {
  /** Members read on. */
  "receipts.moved": { conversationId: string; markers: { userId: string; seq: number }[] };
};
