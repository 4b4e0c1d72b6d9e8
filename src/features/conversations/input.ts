import { z } from "zod";
import { addedMembersMaximum, groupDescriptionMaximum, groupNameMaximum } from "./limits";

export const conversationInput = z.strictObject({ conversationId: z.uuid() });

export const listConversationsInput = z.strictObject({
  cursor: z.strictObject({ lastActivityAt: z.iso.datetime(), id: z.uuid() }).nullish(),
  limit: z.int().min(1).max(1000).default(200),
});
export type ListConversationsInput = z.infer<typeof listConversationsInput>;

export const openDirectInput = z.strictObject({ userId: z.uuid() });

export const createGroupInput = z.strictObject({
  name: z.string().trim().min(1).max(groupNameMaximum),
  description: z.string().trim().max(groupDescriptionMaximum).default(""),
  visibility: z.enum(["public", "private"]).default("private"),
  memberIds: z.array(z.uuid()).max(addedMembersMaximum).default([]),
});
export type CreateGroupInput = z.infer<typeof createGroupInput>;

export const memberInput = conversationInput.extend({ userId: z.uuid() });
export type MemberInput = z.infer<typeof memberInput>;

export const addMembersInput = conversationInput.extend({
  userIds: z.array(z.uuid()).min(1).max(addedMembersMaximum),
});

export const listMembersInput = conversationInput.extend({
  cursor: z.strictObject({ joinedAt: z.iso.datetime(), id: z.uuid() }).nullish(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListMembersInput = z.infer<typeof listMembersInput>;

export const browseGroupsInput = z.strictObject({
  query: z.string().trim().max(80).default(""),
  cursor: z.strictObject({ name: z.string().max(80), id: z.uuid() }).nullish(),
  limit: z.int().min(1).max(100).default(30),
});
export type BrowseGroupsInput = z.infer<typeof browseGroupsInput>;

/** What is not given stays as it is. */
export const updateGroupInput = conversationInput.extend({
  name: createGroupInput.shape.name.optional(),
  description: z.string().trim().max(groupDescriptionMaximum).optional(),
  visibility: z.enum(["public", "private"]).optional(),
  announcementOnly: z.boolean().optional(),
  /** Up to a day; 0 lets members write as quickly as they like. */
  slowModeSeconds: z.int().min(0).max(86_400).optional(),
});
export type UpdateGroupInput = z.infer<typeof updateGroupInput>;

export const setRoleInput = memberInput.extend({ role: z.enum(["owner", "admin", "member"]) });
export type SetRoleInput = z.infer<typeof setRoleInput>;

export const leaveGroupInput = conversationInput.extend({
  /** Who owns the group from now on, of an owner who leaves. */
  successorId: z.uuid().optional(),
});
export type LeaveGroupInput = z.infer<typeof leaveGroupInput>;

export const deleteGroupInput = conversationInput.extend({
  reason: z.string().trim().min(1).max(500).optional(),
});
export type DeleteGroupInput = z.infer<typeof deleteGroupInput>;

export const listDeletedGroupsInput = z.strictObject({
  cursor: z.strictObject({ deletedAt: z.iso.datetime(), id: z.uuid() }).nullish(),
  limit: z.int().min(1).max(100).default(30),
});
export type ListDeletedGroupsInput = z.infer<typeof listDeletedGroupsInput>;

/** What is not given stays as it is. */
export const updateMembershipInput = conversationInput.extend({
  /** Null ends it. */
  mutedUntil: z.iso.datetime().nullish(),
  favourite: z.boolean().optional(),
  notificationLevel: z.enum(["default", "all", "mentions", "none"]).optional(),
});
export type UpdateMembershipInput = z.infer<typeof updateMembershipInput>;

export const markUnreadInput = conversationInput.extend({ seq: z.int().min(1) });

export const markReadInput = conversationInput.extend({ seq: z.int().min(0) });

/** pusher-js asks for all channels of a page at once. */
export const authorizeChannelsInput = z.strictObject({
  socketId: z
    .string()
    .max(60)
    .regex(/^\d+\.\d+$/),
  channels: z.array(z.string().min(1).max(164)).min(1).max(1000),
});
export const authenticateSocketInput = authorizeChannelsInput.pick({ socketId: true });
