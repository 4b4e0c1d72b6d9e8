"use client";

import { useQuery } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { useCallback, useRef } from "react";
import { trpc } from "@/trpc/react";
import { type Timeline, withMessage, withNewer, withOlder } from "../timeline";
import { useLive } from "./live-context";

/** The timeline of one conversation: its newest page, then whatever is scrolled to, kept true by live events. */
export function useTimeline(conversationId: string) {
  const utils = trpc.useUtils();
  const live = useLive();
  const input = { conversationId };
  const query = useQuery({
    queryKey: getQueryKey(trpc.messages.list, input, "query"),
    queryFn: async (): Promise<Timeline> => {
      const page = await utils.client.messages.list.query(input);
      return live.takeEarly(conversationId).reduce<Timeline>(withMessage, page);
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10 * 60_000,
  });

  const loading = useRef(false);
  const load = useCallback(
    async (direction: "older" | "newer") => {
      const held = utils.messages.list.getData({ conversationId }) as Timeline | undefined;
      if (loading.current || !held || !(direction === "older" ? held.hasOlder : held.hasNewer)) return;
      const edge = direction === "older" ? held.messages[0] : held.messages.at(-1);
      if (!edge) return;
      loading.current = true;
      try {
        const range = direction === "older" ? { before: edge.seq } : { after: edge.seq };
        const page = await utils.client.messages.list.query({ conversationId, ...range });
        const join = direction === "older" ? withOlder : withNewer;
        utils.messages.list.setData({ conversationId }, (now) => now && join(now, page));
      } finally {
        loading.current = false;
      }
    },
    [utils, conversationId],
  );

  /** Replaces what is held by the history around a message, to jump to it. */
  const jumpTo = useCallback(
    async (seq: number) => {
      const page = await utils.client.messages.list.query({ conversationId, around: seq });
      utils.messages.list.setData({ conversationId }, page);
    },
    [utils, conversationId],
  );

  /** Replaces what is held by the newest page. */
  const jumpToNewest = useCallback(async () => {
    const page = await utils.client.messages.list.query({ conversationId });
    utils.messages.list.setData({ conversationId }, page);
  }, [utils, conversationId]);

  return {
    timeline: query.data,
    error: query.error,
    retry: query.refetch,
    loadOlder: useCallback(() => load("older"), [load]),
    loadNewer: useCallback(() => load("newer"), [load]),
    jumpTo,
    jumpToNewest,
  };
}
