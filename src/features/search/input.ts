import { z } from "zod";

const query = z.string().trim().min(1).max(200);

export const searchMessagesInput = z.strictObject({
  query,
  /** Only in this conversation. */
  conversationId: z.uuid().optional(),
  order: z.enum(["newest", "relevance"]).default("newest"),
  cursor: z
    .union([
      z.strictObject({ createdAt: z.iso.datetime(), id: z.uuid() }),
      z.strictObject({ rank: z.int().min(0).max(1_000) }),
    ])
    .nullish(),
  limit: z.int().min(1).max(50).default(20),
});
export type SearchMessagesInput = z.infer<typeof searchMessagesInput>;

export const findJumpTargetsInput = z.strictObject({ query });
