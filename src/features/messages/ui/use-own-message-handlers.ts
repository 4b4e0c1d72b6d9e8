"use client";

import { useMemo } from "react";
import { trpc } from "@/trpc/react";
import { withDraft } from "../drafts/draft-list";
import type { OwnMessageEvents } from "../events";

type Handlers = { [Name in keyof OwnMessageEvents]: (data: OwnMessageEvents[Name]) => void };

/** What to do with events about what only the signed-in person has: saved messages, threads, markers. */
export function useOwnMessageHandlers(): Handlers {
  const utils = trpc.useUtils();
  return useMemo(() => {
    const { drafts, saved, scheduled, threads } = utils.messages;
    const readThread = (thread: { conversationId: string; rootId: string }) => {
      void threads.get.invalidate({ conversationId: thread.conversationId, rootId: thread.rootId });
      void threads.list.invalidate();
      void threads.countUnread.invalidate();
    };
    return {
      "message.saved": ({ conversationId, messageId }) => {
        saved.ids.setData({ conversationId }, (ids) =>
          ids?.includes(messageId) ? ids : ids && [messageId, ...ids],
        );
        void saved.list.invalidate();
      },
      "message.unsaved": ({ conversationId, messageId }) => {
        saved.ids.setData({ conversationId }, (ids) => ids?.filter((id) => id !== messageId));
        void saved.list.invalidate();
      },
      "draft.changed": ({ draft }) =>
        drafts.list.setData({}, (page) => page && { ...page, drafts: withDraft(page.drafts, draft) }),
      "scheduled.changed": () => void scheduled.list.invalidate(),
      "thread.followed": readThread,
      "thread.unfollowed": readThread,
      "thread-marker.moved": readThread,
    };
  }, [utils]);
}
