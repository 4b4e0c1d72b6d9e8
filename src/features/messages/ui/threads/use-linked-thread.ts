"use client";

import { useEffect, useState } from "react";
import { trpc } from "@/trpc/react";

/** The thread that is open beside a conversation: at first the one that the address leads into. */
export function useLinkedThread(conversationId: string, linkedSeq: number | null, replySeq: number | null) {
  const { client } = trpc.useUtils();
  const [threadId, setThreadId] = useState<string | null>(null);
  useEffect(() => {
    if (linkedSeq === null || replySeq === null) return;
    let left = false;
    client.messages.list.query({ conversationId, around: linkedSeq, limit: 1 }).then(
      ({ messages }) => {
        const root = messages.find(({ seq }) => seq === linkedSeq);
        if (root && !left) setThreadId(root.id);
      },
      // The conversation itself says what is wrong.
      () => {},
    );
    return () => {
      left = true;
    };
  }, [client, conversationId, linkedSeq, replySeq]);
  return [threadId, setThreadId] as const;
}
