import { z } from "zod";

const glassMinutes = [15, 30, 60, 240] as const;

export const requestGlassInput = z.strictObject({
  conversationId: z.uuid(),
  reason: z.string().trim().min(10).max(500),
  minutes: z.literal(glassMinutes),
});
export type RequestGlassInput = z.infer<typeof requestGlassInput>;

export const grantInput = z.strictObject({ grantId: z.uuid() });
export const listGrantsInput = z.strictObject({ conversationId: z.uuid() });

export const readGlassInput = grantInput.extend({
  /** Older than this `seq`. */
  before: z.int().min(1).optional(),
  /** The replies of one thread instead of the main line. */
  threadRootId: z.uuid().nullish(),
  limit: z.int().min(1).max(100).default(50),
});
export type ReadGlassInput = z.infer<typeof readGlassInput>;
