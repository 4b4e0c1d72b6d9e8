import { z } from "zod";
import { isEmoji } from "../emoji/is-emoji";
import { messageInput } from "../input";

export const reactionInput = messageInput.extend({ emoji: z.string().max(40).refine(isEmoji) });
export type ReactionInput = z.infer<typeof reactionInput>;

export const listReactorsInput = reactionInput.extend({
  cursor: z.strictObject({ createdAt: z.iso.datetime(), id: z.uuid() }).nullish(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListReactorsInput = z.infer<typeof listReactorsInput>;
