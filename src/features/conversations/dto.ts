import type { UserSummary } from "@/features/users/dto";
import type { SystemEvent } from "./system-event";

export type ConversationRole = "owner" | "admin" | "member";

/** The newest message of the main line, as it reads now; nothing of a deleted one. `system` where the system noted it. */
export type LastMessage = {
  seq: number;
  /** The conversation's revision when this message last changed. */
  revision: number;
  author: UserSummary;
  excerpt: string;
  deleted: boolean;
  system: SystemEvent | null;
  createdAt: string;
};

export type NotificationLevel = "default" | "all" | "mentions" | "none";

/** What a conversation is, the same for all its members. */
export type ConversationDetails = {
  id: string;
  /** Null for direct conversations: they show the other person. */
  name: string | null;
  description: string;
  visibility: "public" | "private";
  /** Only owners and admins may write. */
  announcementOnly: boolean;
  /** Seconds between two messages of one ordinary member; 0: no limit. */
  slowModeSeconds: number;
  /** An archived group can be read, not written to. */
  archivedAt: string | null;
  /** The higher one is the newer state. */
  detailsRevision: number;
};

/** What a conversation is to one member: role and own settings. */
export type Membership = {
  role: ConversationRole;
  /** A moment in the past is the same as null. */
  mutedUntil: string | null;
  favourite: boolean;
  notificationLevel: NotificationLevel;
  /** Set by "mark as unread": everything from here on is shown as unread. */
  unreadFromSeq: number | null;
  /** The higher one is the newer state. */
  membershipRevision: number;
};

/** A conversation as one member's list shows it. Unread is what `unreadCount` says. */
export type ConversationSummary = ConversationDetails &
  Membership & {
    kind: "direct" | "group";
    /** The other person of a direct conversation (oneself, in notes to oneself). */
    counterpart: UserSummary | null;
    lastSeq: number;
    lastReadSeq: number;
    revision: number;
    lastMessage: LastMessage | null;
    lastActivityAt: string;
  };

/** A deleted group that the viewer may restore. Latest deleted first. */
export type DeletedGroup = { id: string; name: string; deletedAt: string; reason: string | null };
export type DeletedGroupPage = {
  groups: DeletedGroup[];
  nextCursor: { deletedAt: string; id: string } | null;
};

/** One page of members, in the order they joined; `total` counts all of them. */
export type MemberPage = {
  members: ConversationMember[];
  total: number;
  nextCursor: { joinedAt: string; id: string } | null;
};

export type ConversationMember = UserSummary & { role: ConversationRole; joinedAt: string };

/** A conversation as the console lists it: nothing of what is said in it. */
export type AdminConversation = {
  id: string;
  kind: "direct" | "group";
  visibility: "public" | "private";
  name: string | null;
  memberCount: number;
  /** Of a direct conversation both, of a group its owners (the first of them). */
  people: UserSummary[];
  messageCount: number;
  lastActivityAt: string;
  createdAt: string;
  archivedAt: string | null;
  deletedAt: string | null;
};
export type AdminConversationPage = {
  conversations: AdminConversation[];
  nextCursor: { at: string; id: string } | null;
};
export type AdminConversationDetail = AdminConversation & {
  description: string;
  announcementOnly: boolean;
  slowModeSeconds: number;
  deleteReason: string | null;
};

/** A public group as the browser of groups lists it. */
export type PublicGroup = {
  id: string;
  name: string;
  description: string;
  memberCount: number;
  joined: boolean;
};
