import type { Message } from "../dto";

/** A thread as one person sees it. Unread is `root.thread.replyCount - lastReadSeq`, of those followed. */
export type ThreadState = { root: Message; following: boolean; lastReadSeq: number };

/** The threads that a person follows, the latest reply first. */
export type ThreadPage = {
  threads: ThreadState[];
  nextCursor: { lastReplyAt: string; id: string } | null;
};
