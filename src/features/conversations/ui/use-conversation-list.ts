"use client";

import { trpc } from "@/trpc/react";

/** The input under which the whole page shares one list; the server reads the same one ahead. */
export const conversationListInput = { limit: 1000 } as const;

/** The signed-in person's conversations, kept true by live events. */
export function useConversationList() {
  return trpc.conversations.list.useQuery(conversationListInput, { staleTime: Number.POSITIVE_INFINITY });
}
