import { z } from "zod";
import { conversationInput, memberInput, updateGroupInput } from "./input";

const reason = z.string().trim().min(1).max(500);

/** What conversations of the console's list must have in common; everything that is named counts. */
export const conversationFilter = z.strictObject({
  /** a part of a group's name */
  query: z.string().trim().max(80).default(""),
  kind: z.enum(["direct", "group"]).optional(),
  visibility: z.enum(["public", "private"]).optional(),
  state: z.enum(["living", "archived", "deleted", "all"]).default("living"),
  /** a member's user name */
  member: z.string().trim().min(1).max(80).optional(),
  minimumMembers: z.int().min(1).max(100_000).optional(),
  minimumMessages: z.int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  /** the first and the last day (UTC) on which they were made */
  createdFrom: z.iso.date().optional(),
  createdTo: z.iso.date().optional(),
});
export type ConversationFilter = z.infer<typeof conversationFilter>;

export const listAllConversationsInput = conversationFilter.extend({
  sort: z.enum(["created", "activity"]).default("created"),
  direction: z.enum(["ascending", "descending"]).default("descending"),
  cursor: z.strictObject({ at: z.iso.datetime(), id: z.uuid() }).nullish(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListAllConversationsInput = z.infer<typeof listAllConversationsInput>;

/** What administrators do to groups that are not theirs is done for a reason. */
export const adminConversationInput = conversationInput.extend({ reason });
export const updateAnyGroupInput = updateGroupInput.extend({ reason });
export type UpdateAnyGroupInput = z.infer<typeof updateAnyGroupInput>;
export const transferOwnershipInput = memberInput.extend({ reason });

/** Conversations that something is to be done with: these, or whichever a filter of the list matches. */
const selected = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("these"), ids: z.array(z.uuid()).min(1).max(1_000) }),
  z.strictObject({ kind: z.literal("all"), filter: conversationFilter }),
]);
export type SelectedConversations = z.infer<typeof selected>;

/** What can be done with many groups at once. */
export const conversationActions = ["archive", "unarchive", "delete", "restore"] as const;
export type ConversationAction = (typeof conversationActions)[number];
/** What takes each back. */
export const oppositeAction = {
  archive: "unarchive",
  unarchive: "archive",
  delete: "restore",
  restore: "delete",
} as const satisfies Record<ConversationAction, ConversationAction>;
export const workOnConversationsInput = z.strictObject({
  action: z.enum(conversationActions),
  selected,
  reason,
});
export type WorkOnConversationsInput = z.infer<typeof workOnConversationsInput>;
