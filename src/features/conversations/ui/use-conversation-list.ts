"use client";

import { trpc } from "@/trpc/react";
import { conversationListInput } from "../conversation-list-input";

/** The signed-in person's conversations, kept true by live events. */
export function useConversationList() {
  return trpc.conversations.list.useQuery(conversationListInput, { staleTime: Number.POSITIVE_INFINITY });
}
