import { z } from "zod";
import { conversationInput } from "@/features/conversations/input";
import { isOneRange, notOneRange, range } from "../input";

export const threadInput = conversationInput.extend({ rootId: z.uuid() });
export type ThreadInput = z.infer<typeof threadInput>;

export const listRepliesInput = threadInput.extend(range).refine(isOneRange, notOneRange);
export type ListRepliesInput = z.infer<typeof listRepliesInput>;

export const listThreadsInput = z.strictObject({
  cursor: z.strictObject({ lastReplyAt: z.iso.datetime(), id: z.uuid() }).nullish(),
  limit: z.int().min(1).max(100).default(30),
});
export type ListThreadsInput = z.infer<typeof listThreadsInput>;

export const markThreadReadInput = threadInput.extend({ seq: z.int().min(0) });
export type MarkThreadReadInput = z.infer<typeof markThreadReadInput>;
