"use client";

import { useCallback } from "react";
import { trpc } from "@/trpc/react";
import type { Message } from "../dto";
import { canEditMessage } from "../policy";
import { useLive } from "./live-context";

/** Finds, among the messages held of a conversation, the signed-in person's latest that they may edit. */
export function useLastOwnMessage(conversationId: string): () => Message | undefined {
  const { account } = useLive();
  const { messages } = trpc.useUtils();
  return useCallback(
    () => messages.list.getData({ conversationId })?.messages.findLast((m) => canEditMessage(account, m)),
    [messages, conversationId, account],
  );
}
