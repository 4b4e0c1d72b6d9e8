import { z } from "zod";
import { messageInput } from "../input";

/** One emoji as Unicode recommends it for general interchange: no text, no sequence of several. */
const unicodeSets = "v" as string;
const emoji = new RegExp("^\\p{RGI_Emoji}$", unicodeSets);

export const reactionInput = messageInput.extend({ emoji: z.string().max(40).regex(emoji) });
export type ReactionInput = z.infer<typeof reactionInput>;

export const listReactorsInput = reactionInput.extend({
  cursor: z.strictObject({ createdAt: z.iso.datetime(), id: z.uuid() }).nullish(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListReactorsInput = z.infer<typeof listReactorsInput>;
