"use client";

import { useCallback } from "react";
import { trpc } from "@/trpc/react";
import { withConversation } from "../conversation-list";
import { conversationListInput } from "../conversation-list-input";
import { conversationPath } from "../conversation-path";
import type { ConversationSummary } from "../dto";
import { goTo } from "./go-to";

/** Shows a conversation that has just been made, joined or opened, without waiting for its event. */
export function useOpenedConversation(): (conversation: ConversationSummary) => void {
  const utils = trpc.useUtils();
  return useCallback(
    (conversation) => {
      utils.conversations.list.setData(
        conversationListInput,
        (list) => list && withConversation(list, conversation),
      );
      goTo(conversationPath(conversation.id));
    },
    [utils],
  );
}
