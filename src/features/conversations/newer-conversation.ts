import type { ConversationDetails, ConversationSummary, Membership } from "./dto";

/** Each part of a conversation has its own order of states; of each the newer one stays. */
export function newerConversation(
  held: ConversationSummary | undefined,
  told: ConversationSummary,
): ConversationSummary {
  if (!held) return told;
  return {
    ...(held.revision > told.revision ? held : told),
    ...detailsOf(held.detailsRevision > told.detailsRevision ? held : told),
    ...membershipOf(held.membershipRevision > told.membershipRevision ? held : told),
    lastReadSeq: Math.max(held.lastReadSeq, told.lastReadSeq),
  };
}

const detailsOf = (c: ConversationDetails): ConversationDetails => ({
  id: c.id,
  name: c.name,
  description: c.description,
  visibility: c.visibility,
  announcementOnly: c.announcementOnly,
  slowModeSeconds: c.slowModeSeconds,
  archivedAt: c.archivedAt,
  detailsRevision: c.detailsRevision,
});

const membershipOf = (c: Membership): Membership => ({
  role: c.role,
  mutedUntil: c.mutedUntil,
  favourite: c.favourite,
  notificationLevel: c.notificationLevel,
  unreadFromSeq: c.unreadFromSeq,
  membershipRevision: c.membershipRevision,
});
