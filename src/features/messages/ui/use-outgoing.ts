"use client";

import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { withMessage as withListedMessage } from "@/features/conversations/conversation-list";
import { conversationListInput } from "@/features/conversations/conversation-list-input";
import type { OwnAccount } from "@/features/users/dto";
import { trpc } from "@/trpc/react";
import { refusalOf } from "@/trpc/use-refusal-text";
import { type Outgoing, OutgoingMessages } from "../outgoing";
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
        send: async ({ id, conversationId, body, replyTo }) => {
          try {
            const message = await utils.client.messages.send.mutate({
              id,
              conversationId,
              body,
              replyToId: replyTo?.id,
            });
            utils.messages.list.setData({ conversationId }, (held) => held && withMessage(held, message));
            const { seq, revision, author, system, createdAt } = message;
            const preview = { seq, revision, author, system, createdAt, excerpt: message.body.slice(0, 140) };
            utils.conversations.list.setData(
              conversationListInput,
              (list) => list && withListedMessage(list, conversationId, preview, account.id),
            );
            return "sent";
          } catch (error) {
            const refusal = refusalOf(error);
            return refusal && refusal.appCode !== "INTERNAL"
              ? { refused: refusal.appCode, details: refusal.details }
              : "unreachable";
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

/** The messages of one conversation that are not acknowledged yet, oldest first. */
export function useOutgoingIn(conversationId: string): Outgoing[] {
  const { outgoing } = useLive();
  const all = useSyncExternalStore(outgoing.subscribe, outgoing.all, () => none);
  return useMemo(() => all.filter((m) => m.conversationId === conversationId), [all, conversationId]);
}
