"use client";

import { useEffect } from "react";
import { trpc } from "@/trpc/react";
import { withConversation } from "../conversation-list";
import { conversationListInput } from "../conversation-list-input";
import { useConversationList } from "./use-conversation-list";

/** One conversation as the list holds it; one that is not in the list is asked for and added to it. */
export function useConversation(conversationId: string | null) {
  const utils = trpc.useUtils();
  const list = useConversationList();
  const listed = list.data?.conversations.find((c) => c.id === conversationId);
  const missing = conversationId !== null && list.isSuccess && !listed;
  const query = trpc.conversations.get.useQuery(
    { conversationId: conversationId ?? "" },
    { enabled: missing, gcTime: 0, staleTime: 0 },
  );
  // What was found once, and has gone from the list since, has to be found anew.
  const found = missing && query.isSuccess && !query.isFetching ? query.data : undefined;
  useEffect(() => {
    if (!found) return;
    utils.conversations.list.setData(conversationListInput, (held) => held && withConversation(held, found));
  }, [utils, found]);
  return {
    conversation: listed ?? found,
    error: list.error ?? (missing ? query.error : null),
    retry: () => void (list.error ? list.refetch() : query.refetch()),
  };
}
