"use client";

import { useEffect, useState } from "react";
import { trpc } from "@/trpc/react";
import { withRest } from "../conversation-list";
import { conversationListInput, conversationListMaximum } from "../conversation-list-input";
import { useConversationList } from "./use-conversation-list";

const againAfterMs = 3_000;

/** The signed-in person's conversations; of those who have very many, all others follow the first ones. */
export function useWholeConversationList() {
  const utils = trpc.useUtils();
  const list = useConversationList();
  const cursor = list.data?.nextCursor;
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks once more
  useEffect(() => {
    if (!cursor) return;
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const limit = conversationListMaximum - conversationListInput.limit;
    utils.client.conversations.list.query({ cursor, limit }).then(
      (page) => {
        if (left) return;
        utils.conversations.list.setData(conversationListInput, (held) => held && withRest(held, page));
      },
      () => {
        if (!left) timer = setTimeout(() => setAttempt((n) => n + 1), againAfterMs);
      },
    );
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [utils, cursor, attempt]);
  return list;
}
