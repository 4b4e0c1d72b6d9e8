import { z } from "zod";

export const listNotificationsInput = z.strictObject({
  /** Only what has not been dealt with. */
  unread: z.boolean().default(false),
  cursor: z.strictObject({ occurredAt: z.iso.datetime(), id: z.uuid() }).nullish(),
  limit: z.int().min(1).max(50).default(30),
});
export type ListNotificationsInput = z.infer<typeof listNotificationsInput>;

export const markNotificationsReadInput = z.strictObject({ ids: z.array(z.uuid()).min(1).max(100) });
export type MarkNotificationsReadInput = z.infer<typeof markNotificationsReadInput>;
