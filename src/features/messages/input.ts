import { z } from "zod";
import { conversationInput } from "@/features/conversations/input";

/** Upper bound of the schema; the instance's own limit (a setting) is lower or equal. */
export const messageBodyMaximum = 20_000;

export const sendMessageInput = conversationInput.extend({
  /** A UUIDv7 made by the client: the same id again returns the first result. */
  id: z.uuidv7(),
  body: z.string().trim().min(1).max(messageBodyMaximum),
  replyToId: z.uuid().nullish(),
});
export type SendMessageInput = z.infer<typeof sendMessageInput>;

export const listMessagesInput = conversationInput
  .extend({
    /** Older than this `seq`. */
    before: z.int().min(1).optional(),
    /** Newer than this `seq`. */
    after: z.int().min(0).optional(),
    /** Around this `seq`. */
    around: z.int().min(1).optional(),
    limit: z.int().min(1).max(100).default(50),
  })
  .refine((i) => [i.before, i.after, i.around].filter((v) => v !== undefined).length <= 1, {
    error: "Give at most one of before, after and around.",
  });
export type ListMessagesInput = z.infer<typeof listMessagesInput>;

export const catchUpInput = z.strictObject({
  timelines: z.array(z.strictObject({ conversationId: z.uuid(), revision: z.int().min(0) })).max(200),
});
export type CatchUpInput = z.infer<typeof catchUpInput>;
