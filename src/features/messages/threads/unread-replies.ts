import type { ThreadState } from "./dto";

/** Replies that a person has not read; meaningful for threads that they follow. */
export const unreadReplies = ({ root, lastReadSeq }: ThreadState) =>
  Math.max(0, (root.thread?.replyCount ?? 0) - lastReadSeq);
