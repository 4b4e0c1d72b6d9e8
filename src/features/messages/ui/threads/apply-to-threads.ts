import type { trpc } from "@/trpc/react";
import type { Message } from "../../dto";
import { withMessage } from "../../timeline";

/** Takes a message in where threads and pins show it: as a reply, as a first message, in lists. */
export function applyToThreads(utils: ReturnType<typeof trpc.useUtils>, message: Message) {
  const { conversationId, threadRootId } = message;
  const rootId = threadRootId ?? message.id;
  const { threads, pins } = utils.messages;
  threads.replies.setData({ conversationId, rootId }, (held) => held && withMessage(held, message));
  if (threadRootId === null) {
    threads.get.setData({ conversationId, rootId }, (held) =>
      held && held.root.revision < message.revision ? { ...held, root: message } : held,
    );
    if (message.thread) {
      void threads.list.invalidate();
      void threads.countUnread.invalidate();
    }
  }
  void pins.list.invalidate({ conversationId });
}
