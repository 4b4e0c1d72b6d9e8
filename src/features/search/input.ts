import { z } from "zod";
import { isTimeZone } from "@/lib/time-zones";

const query = z.string().trim().min(1).max(200);

export const searchMessagesInput = z.strictObject({
  query,
  /** Only in this conversation. */
  conversationId: z.uuid().optional(),
  order: z.enum(["newest", "relevance"]).default("newest"),
  /** Where the days of before: and after: begin and end. */
  timeZone: z
    .string()
    .max(60)
    .refine(isTimeZone, { error: "Give a time zone such as Europe/Berlin." })
    .default("UTC"),
  cursor: z
    .strictObject({ createdAt: z.iso.datetime(), id: z.uuid(), rank: z.number().min(0).max(1e6).optional() })
    .nullish(),
  limit: z.int().min(1).max(50).default(20),
});
export type SearchMessagesInput = z.infer<typeof searchMessagesInput>;

export const findJumpTargetsInput = z.strictObject({ query });
