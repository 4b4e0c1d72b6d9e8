import type { UserSummary } from "@/features/users/dto";

/** A link by which people join a group, as those see it who run the group. Its secret is shown once. */
export type InvitationLink = {
  id: string;
  createdAt: string;
  /** Who made it; null when that account is gone. */
  createdBy: UserSummary | null;
  /** Null: it does not expire. */
  expiresAt: string | null;
  /** Null: any number of people. */
  maxUses: number | null;
  useCount: number;
};

/** Latest first; those that can no longer be used are left out. */
export type InvitationLinkPage = { links: InvitationLink[]; nextCursor: { id: string } | null };

/** What somebody who holds a link is told of the group before they join. */
export type LinkedGroup = {
  conversationId: string;
  name: string;
  description: string;
  memberCount: number;
  /** Whether the asker is in the group already. */
  joined: boolean;
};
