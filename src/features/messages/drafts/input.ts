import { z } from "zod";
import { conversationInput } from "@/features/conversations/input";
import { messageBodyMaximum } from "../body-maximum";

export const saveDraftInput = conversationInput.extend({
  threadRootId: z.uuid().nullable(),
  /** Empty once it has been sent or given up. */
  body: z.string().max(messageBodyMaximum),
  /** Chosen by the page, so that it knows its own changes when it is told of them. */
  pageId: z.uuid(),
});
export type SaveDraftInput = z.infer<typeof saveDraftInput>;

export const listDraftsInput = z.strictObject({
  cursor: z.strictObject({ updatedAt: z.iso.datetime(), id: z.uuid() }).nullish(),
  limit: z.int().min(1).max(200).default(200),
});
export type ListDraftsInput = z.infer<typeof listDraftsInput>;
