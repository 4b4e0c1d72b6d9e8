import type { UserSummary } from "@/features/users/dto";

export const audiences = ["everybody", "admin", "moderator", "user"] as const;
export type Audience = (typeof audiences)[number];

/** A system message as the console lists it. */
export type Broadcast = {
  id: string;
  title: string;
  body: string;
  important: boolean;
  audience: Audience;
  sentBy: UserSummary | null;
  /** The work of handing it out. */
  jobId: string | null;
  /** Whom it is for, as counted when it was sent. */
  total: number;
  /** Who has it as a notification, and who of them dealt with it; notifications are kept for 90 days. */
  delivered: number;
  read: number;
  createdAt: string;
};

export type BroadcastPage = {
  broadcasts: Broadcast[];
  nextCursor: { createdAt: string; id: string } | null;
};
