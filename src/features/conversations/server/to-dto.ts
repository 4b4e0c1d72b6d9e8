import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import type { ConversationDetails, Membership } from "../dto";

/** The columns of `ConversationDetails`. */
export const detailsColumns = {
  id: conversations.id,
  name: conversations.name,
  description: conversations.description,
  visibility: conversations.visibility,
  announcementOnly: conversations.announcementOnly,
  slowModeSeconds: conversations.slowModeSeconds,
  archivedAt: conversations.archivedAt,
  detailsRevision: conversations.detailsRevision,
};

/** The columns of a `Membership`. */
export const membershipColumns = {
  role: conversationMembers.role,
  mutedUntil: conversationMembers.mutedUntil,
  favourite: conversationMembers.favourite,
  notificationLevel: conversationMembers.notificationLevel,
  unreadFromSeq: conversationMembers.unreadFromSeq,
  membershipRevision: conversationMembers.membershipRevision,
};

type DetailsRow = Omit<ConversationDetails, "archivedAt"> & { archivedAt: Date | null };
type MembershipRow = Omit<Membership, "mutedUntil"> & { mutedUntil: Date | null };

export function toDetails({ archivedAt, ...row }: DetailsRow): ConversationDetails {
  return { ...row, archivedAt: archivedAt?.toISOString() ?? null };
}

export function toMembership({ mutedUntil, ...row }: MembershipRow): Membership {
  return { ...row, mutedUntil: mutedUntil?.toISOString() ?? null };
}
