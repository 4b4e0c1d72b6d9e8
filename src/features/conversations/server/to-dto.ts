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

/** Of a row that may hold more than these columns, no more. */
export function toDetails(row: DetailsRow): ConversationDetails {
  const { id, name, description, visibility, announcementOnly, slowModeSeconds, detailsRevision } = row;
  const archivedAt = row.archivedAt?.toISOString() ?? null;
  return {
    ...{ id, name, description, visibility, announcementOnly, slowModeSeconds },
    ...{ archivedAt, detailsRevision },
  };
}

/** Of a row that may hold more than these columns, no more. */
export function toMembership(row: MembershipRow): Membership {
  const { role, favourite, notificationLevel, unreadFromSeq, membershipRevision } = row;
  const mutedUntil = row.mutedUntil?.toISOString() ?? null;
  return { role, mutedUntil, favourite, notificationLevel, unreadFromSeq, membershipRevision };
}
