import type { UserSummary } from "@/features/users/dto";

export type ConversationRole = "owner" | "admin" | "member";

/** The newest message of the main line, as it reads now; nothing of a deleted one. */
export type LastMessage = {
  seq: number;
  /** The conversation's revision when this message last changed. */
  revision: number;
  author: UserSummary;
  excerpt: string;
  deleted: boolean;
  createdAt: string;
};

/** A conversation as one member's list shows it. Unread is `lastSeq - lastReadSeq`. */
export type ConversationSummary = {
  id: string;
  kind: "direct" | "group";
  visibility: "public" | "private";
  /** Null for direct conversations: they show the other person. */
  name: string | null;
  description: string;
  /** The other person of a direct conversation (oneself, in notes to oneself). */
  counterpart: UserSummary | null;
  role: ConversationRole;
  lastSeq: number;
  lastReadSeq: number;
  revision: number;
  lastMessage: LastMessage | null;
  lastActivityAt: string;
};

/** One page of members, in the order they joined; `total` counts all of them. */
export type MemberPage = {
  members: ConversationMember[];
  total: number;
  nextCursor: { joinedAt: string; id: string } | null;
};

export type ConversationMember = UserSummary & { role: ConversationRole; joinedAt: string };

/** A public group as the browser of groups lists it. */
export type PublicGroup = {
  id: string;
  name: string;
  description: string;
  memberCount: number;
  joined: boolean;
};
