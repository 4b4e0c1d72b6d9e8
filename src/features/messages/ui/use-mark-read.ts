"use client";

import { useEffect, useRef, useState } from "react";
import { withReadMarker } from "@/features/conversations/conversation-list";
import { conversationListInput } from "@/features/conversations/conversation-list-input";
import type { ConversationSummary } from "@/features/conversations/dto";
import { trpc } from "@/trpc/react";
import { useLive } from "./live-context";

/** Marks a conversation as read while its newest message is on screen and somebody looks at it. */
export function useMarkRead({ id, lastSeq, lastReadSeq }: ConversationSummary, seen: boolean): void {
  const utils = trpc.useUtils();
  const { state } = useLive();
  const reported = useRef(lastReadSeq);
  /** A report that did not get through; it is made again once the server is back. */
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const again = failed && state === "connected";
    if (!again && (!seen || lastSeq <= Math.max(lastReadSeq, reported.current))) return;
    reported.current = lastSeq;
    setFailed(false);
    utils.client.conversations.markRead
      .mutate({ conversationId: id, seq: lastSeq })
      .catch(() => setFailed(true));
    utils.conversations.list.setData(
      conversationListInput,
      (list) => list && withReadMarker(list, id, lastSeq),
    );
  }, [utils, id, lastSeq, lastReadSeq, seen, failed, state]);
}
