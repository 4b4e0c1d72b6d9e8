import type { Message } from "../dto";
import type { ThreadPage, ThreadState } from "./dto";

/** Takes in a thread's first message as it is now; an older state of it, or another message, changes nothing. */
export function withRoot(page: ThreadPage, message: Message): ThreadPage {
  const held = page.threads.find((t) => t.root.id === message.id);
  if (!held || held.root.revision >= message.revision) return page;
  return sorted(
    page,
    page.threads.map((t) => (t === held ? { ...t, root: message } : t)),
  );
}

function sorted(page: ThreadPage, threads: ThreadState[]): ThreadPage {
  const latest = ({ root }: ThreadState) => `${root.thread?.lastReplyAt ?? ""} ${root.id}`;
  return { ...page, threads: threads.toSorted((a, b) => (latest(a) < latest(b) ? 1 : -1)) };
}
