import type { ErrorCode } from "@/lib/error-codes";

/** A message of one's own that is to be sent later, or that could not be sent when its time came. */
export type ScheduledMessage = {
  id: string;
  conversationId: string;
  body: string;
  sendAt: string;
  /** Why it was not sent; null while it waits. */
  failure: { code: ErrorCode; details: Record<string, string | number> } | null;
};

/** The next first. */
export type ScheduledPage = {
  scheduled: ScheduledMessage[];
  nextCursor: { sendAt: string; id: string } | null;
};
