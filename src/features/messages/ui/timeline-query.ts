"use client";

import { getQueryKey } from "@trpc/react-query";
import { trpc } from "@/trpc/react";
import { hasGap, type Timeline, withMessage } from "../timeline";
import type { Live } from "./live-context";

type Client = ReturnType<typeof trpc.useUtils>["client"];

/** How a conversation's timeline is read: its newest page, and what arrived while that was on its way. */
export function timelineQuery(client: Client, live: Live, conversationId: string) {
  const input = { conversationId };
  return {
    queryKey: getQueryKey(trpc.messages.list, input, "query"),
    queryFn: async (): Promise<Timeline> => {
      const page = await client.messages.list.query(input);
      const timeline = live.takeEarly(conversationId).reduce<Timeline>(withMessage, page);
      if (hasGap(timeline)) setTimeout(live.catchUp);
      return timeline;
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10 * 60_000,
  };
}
