import { z } from "zod";
import { sendMessageInput } from "../input";

export const scheduleMessageInput = sendMessageInput
  .pick({ id: true, conversationId: true, body: true })
  .extend({ sendAt: z.iso.datetime() });
export type ScheduleMessageInput = z.infer<typeof scheduleMessageInput>;

export const scheduledInput = z.strictObject({ id: z.uuid() });
export type ScheduledInput = z.infer<typeof scheduledInput>;

export const editScheduledInput = scheduleMessageInput
  .pick({ body: true, sendAt: true })
  .extend({ id: z.uuid() });
export type EditScheduledInput = z.infer<typeof editScheduledInput>;

export const listScheduledInput = z.strictObject({
  cursor: z.strictObject({ sendAt: z.iso.datetime(), id: z.uuid() }).nullish(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListScheduledInput = z.infer<typeof listScheduledInput>;
