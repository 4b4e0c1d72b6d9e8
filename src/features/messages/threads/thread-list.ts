import type { Message } from "../dto";
import type { ThreadPage, ThreadState } from "./dto";

export const unreadReplies = ({ root, lastReadSeq }: ThreadState) =>
  Math.max(0, (root.thread?.replyCount ?? 0) - lastReadSeq);

/** Takes in a thread's first message as it is now; an older state of it, or another message, changes nothing. */
export function withRoot(page: ThreadPage, message: Message): ThreadPage {
  const held = page.threads.find((t) => t.root.id === message.id);
  if (!held || held.root.revision >= message.revision) return page;
  return sorted(
    page,
    page.threads.map((t) => (t === held ? { ...t, root: message } : t)),
  );
}

/** Takes in a thread that is followed now. */
export function withThread(page: ThreadPage, state: ThreadState): ThreadPage {
  const held = page.threads.find((t) => t.root.id === state.root.id);
  const merged = held && {
    ...state,
    root: held.root.revision > state.root.revision ? held.root : state.root,
    lastReadSeq: Math.max(held.lastReadSeq, state.lastReadSeq),
  };
  return sorted(page, [...page.threads.filter((t) => t !== held), merged ?? state]);
}

export function withoutThread(page: ThreadPage, rootId: string): ThreadPage {
  return { ...page, threads: page.threads.filter((t) => t.root.id !== rootId) };
}

/** Takes in a read marker; markers never go back. */
export function withThreadMarker(page: ThreadPage, rootId: string, seq: number): ThreadPage {
  const moved = (t: ThreadState) =>
    t.root.id === rootId ? { ...t, lastReadSeq: Math.max(t.lastReadSeq, seq) } : t;
  return { ...page, threads: page.threads.map(moved) };
}

function sorted(page: ThreadPage, threads: ThreadState[]): ThreadPage {
  const latest = ({ root }: ThreadState) => `${root.thread?.lastReplyAt ?? ""} ${root.id}`;
  return { ...page, threads: threads.toSorted((a, b) => (latest(a) < latest(b) ? 1 : -1)) };
}
