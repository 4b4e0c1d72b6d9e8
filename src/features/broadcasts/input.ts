import { z } from "zod";
import { audiences } from "./dto";

export const broadcastText = z.strictObject({
  title: z.string().trim().min(1).max(120),
  body: z.string().trim().min(1).max(2_000),
});

export const sendBroadcastInput = broadcastText.extend({
  /** made by the sender's client: sending again does nothing more */
  id: z.uuid(),
  important: z.boolean(),
  audience: z.enum(audiences),
});
export type SendBroadcastInput = z.infer<typeof sendBroadcastInput>;

export const scheduleBroadcastInput = sendBroadcastInput.extend({ sendAt: z.iso.datetime() });
export type ScheduleBroadcastInput = z.infer<typeof scheduleBroadcastInput>;

export const cancelBroadcastInput = z.strictObject({ id: z.uuid() });
export type CancelBroadcastInput = z.infer<typeof cancelBroadcastInput>;

export const countAudienceInput = z.strictObject({ audience: z.enum(audiences) });
export type CountAudienceInput = z.infer<typeof countAudienceInput>;

export const listBroadcastsInput = z.strictObject({
  cursor: z.strictObject({ sentAt: z.iso.datetime(), id: z.uuid() }).nullish(),
  limit: z.int().min(1).max(50).default(20),
});
export type ListBroadcastsInput = z.infer<typeof listBroadcastsInput>;
