"use client";

import { useEffect, useRef, useState } from "react";
import { withReadMarker } from "@/features/conversations/conversation-list";
import { conversationListInput } from "@/features/conversations/conversation-list-input";
import type { ConversationSummary } from "@/features/conversations/dto";
import { trpc } from "@/trpc/react";
import { useLive } from "./live-context";

/** Marks a conversation as read while its newest message is on screen and somebody looks at it. */
export function useMarkRead(
  { id, lastSeq, lastReadSeq, unreadFromSeq }: ConversationSummary,
  seen: boolean,
): void {
  const utils = trpc.useUtils();
  const { state } = useLive();
  const reported = useRef(lastReadSeq);
  /** Marked as unread before it was opened: seeing it ends that. Marking it while it is open does not. */
  const marked = useRef(unreadFromSeq !== null);
  /** A report that did not get through; it is made again once the server is back. */
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const again = failed && state === "connected";
    const newer = lastSeq > Math.max(lastReadSeq, reported.current);
    if (!again && !(seen && (newer || marked.current))) return;
    reported.current = lastSeq;
    marked.current = false;
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
