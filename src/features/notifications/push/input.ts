import { z } from "zod";

const base64url = z.string().regex(/^[A-Za-z0-9_-]+={0,2}$/);

/** What a browser's `PushSubscription` says of itself. */
export const subscribeInput = z.strictObject({
  endpoint: z.url().max(1_000),
  keys: z.strictObject({ p256dh: base64url.length(87), auth: base64url.min(22).max(24) }),
});
export type SubscribeInput = z.infer<typeof subscribeInput>;

export const pushDeviceInput = z.strictObject({ id: z.uuid() });
export type PushDeviceInput = z.infer<typeof pushDeviceInput>;
