import { z } from "zod";
import { conversationInput } from "@/features/conversations/input";

export const mentionCandidatesInput = conversationInput.extend({
  /** What stands behind the `@` so far; may be empty. */
  query: z.string().max(64),
});
export type MentionCandidatesInput = z.infer<typeof mentionCandidatesInput>;
