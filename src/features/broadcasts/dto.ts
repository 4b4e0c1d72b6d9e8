import type { UserSummary } from "@/features/users/dto";
import type { ErrorCode } from "@/lib/error-codes";

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
  sentAt: string;
};

export type BroadcastPage = {
  broadcasts: Broadcast[];
  nextCursor: { sentAt: string; id: string } | null;
};

/** A system message that waits for its time. */
export type ScheduledBroadcast = Pick<
  Broadcast,
  "id" | "title" | "body" | "important" | "audience" | "sentBy"
> & {
  sendAt: string;
  /** Why it could not go out: it will not, until it is made anew. */
  failure: { code: ErrorCode; details: Record<string, string | number> } | null;
};
