import { scheduledMessages } from "@/server/db/schema/drafts";
import type { ScheduledMessage } from "../dto";

export const scheduledColumns = {
  id: scheduledMessages.id,
  conversationId: scheduledMessages.conversationId,
  body: scheduledMessages.body,
  sendAt: scheduledMessages.sendAt,
  failure: scheduledMessages.failure,
};

type Row = Omit<ScheduledMessage, "sendAt"> & { sendAt: Date };

export function toScheduled(row: Row): ScheduledMessage {
  return { ...row, sendAt: row.sendAt.toISOString() };
}
