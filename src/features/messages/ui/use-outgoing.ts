"use client";

import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { withMessage as withListedMessage } from "@/features/conversations/conversation-list";
import { conversationListInput } from "@/features/conversations/conversation-list-input";
import type { OwnAccount } from "@/features/users/dto";
import { trpc } from "@/trpc/react";
import { refusalOf } from "@/trpc/use-refusal-text";
import { toListedMessage } from "../listed-message";
import { type Outgoing, OutgoingMessages, sendResultOf } from "../outgoing";
import { withMessage } from "../timeline";
import { useLive } from "./live-context";

const nowhere = { getItem: () => null, setItem: () => {}, removeItem: () => {}, key: () => null, length: 0 };

/** Besides whenever the connection is back: requests may fail while the live connection stands. */
const retryEveryMs = 15_000;

/** The queue of this page's unacknowledged messages, sent through `messages.send`. */
export function useOutgoing(account: OwnAccount): OutgoingMessages {
  const utils = trpc.useUtils();
  const [queue] = useState(
    () =>
      new OutgoingMessages({
        storage: typeof window === "undefined" ? nowhere : window.localStorage,
        ownId: account.id,
        send: async ({ id, conversationId, threadRootId, body, replyTo }) => {
          try {
            const message = await utils.client.messages.send.mutate({
              id,
              conversationId,
              body,
              replyToId: replyTo?.id,
              threadRootId,
            });
            utils.messages.list.setData({ conversationId }, (held) => held && withMessage(held, message));
            if (threadRootId) {
              utils.messages.threads.replies.setData(
                { conversationId, rootId: threadRootId },
                (held) => held && withMessage(held, message),
              );
            }
            utils.conversations.list.setData(
              conversationListInput,
              (list) =>
                list && withListedMessage(list, conversationId, toListedMessage(message, true), account.id),
            );
            return "sent";
          } catch (error) {
            return sendResultOf(refusalOf(error));
          }
        },
      }),
  );
  useEffect(() => {
    queue.retryUnreachable();
    const timer = setInterval(() => queue.retryUnreachable(), retryEveryMs);
    return () => clearInterval(timer);
  }, [queue]);
  return queue;
}

const none: Outgoing[] = [];

/**
 * The messages of one line (a conversation's main line, or a thread) that are not acknowledged yet, oldest first.
 * @param arrived what the page shows of that line
 */
export function useOutgoingIn(
  conversationId: string,
  threadRootId: string | null,
  arrived: { id: string }[] | undefined,
): Outgoing[] {
  const { outgoing } = useLive();
  useEffect(() => {
    if (arrived) outgoing.discardArrived(arrived);
  }, [outgoing, arrived]);
  const all = useSyncExternalStore(outgoing.subscribe, outgoing.all, () => none);
  return useMemo(
    () => all.filter((m) => m.conversationId === conversationId && (m.threadRootId ?? null) === threadRootId),
    [all, conversationId, threadRootId],
  );
}
