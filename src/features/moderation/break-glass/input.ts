import { z } from "zod";
import { glassStatuses } from "./dto";

export const glassMinutes = [15, 30, 60, 240] as const;

/** Shorter reasons are none. */
export const glassReasonMinimum = 10;

export const requestGlassInput = z.strictObject({
  conversationId: z.uuid(),
  reason: z.string().trim().min(glassReasonMinimum).max(500),
  minutes: z.literal(glassMinutes),
});
export type RequestGlassInput = z.infer<typeof requestGlassInput>;

export const grantInput = z.strictObject({ grantId: z.uuid() });
export const listGrantsInput = z.strictObject({
  conversationId: z.uuid().optional(),
  status: z.enum(glassStatuses).optional(),
  cursor: z.strictObject({ createdAt: z.iso.datetime(), id: z.uuid() }).nullish(),
  limit: z.int().min(1).max(100).default(25),
});
export type ListGrantsInput = z.infer<typeof listGrantsInput>;

export const readGlassInput = grantInput.extend({
  /** Older than this `seq`. */
  before: z.int().min(1).optional(),
  /** The replies of one thread instead of the main line. */
  threadRootId: z.uuid().nullish(),
  limit: z.int().min(1).max(100).default(50),
});
export type ReadGlassInput = z.infer<typeof readGlassInput>;
