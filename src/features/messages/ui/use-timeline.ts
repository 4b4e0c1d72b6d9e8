"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { trpc } from "@/trpc/react";
import type { MessagePage } from "../dto";
import { hasGap, replacedBy, type Timeline, withNewer, withOlder, withoutFarEnd } from "../timeline";
import { useLive } from "./live-context";
import { timelineQuery } from "./timeline-query";

/** Enough on both sides of a message that nothing has to be added while it is gone to. */
const pageAround = 100;

export type Direction = "older" | "newer";

/** The timeline of one conversation: its newest page, then whatever is scrolled to, kept true by live events. */
export function useTimeline(conversationId: string) {
  const utils = trpc.useUtils();
  const live = useLive();
  const query = useQuery(timelineQuery(utils.client, live, conversationId));
  const [loading, setLoading] = useState<Direction | null>(null);
  const [failed, setFailed] = useState<Direction | null>(null);
  /** Counts the stretches that were held: another one shares no place with the one before. */
  const [stretch, setStretch] = useState(0);
  const busy = useRef(false);

  const take = useCallback(
    (page: MessagePage, join: (held: Timeline | undefined, page: MessagePage) => Timeline | undefined) => {
      utils.messages.list.setData({ conversationId }, (held) => join(held, page));
      const next = utils.messages.list.getData({ conversationId });
      if (next && hasGap(next)) live.catchUp();
    },
    [utils, live, conversationId],
  );

  const load = useCallback(
    async (direction: Direction) => {
      const held: Timeline | undefined = utils.messages.list.getData({ conversationId });
      if (busy.current || !held || !(direction === "older" ? held.hasOlder : held.hasNewer)) return;
      const edge = direction === "older" ? held.messages[0] : held.messages.at(-1);
      if (!edge) return;
      busy.current = true;
      utils.messages.list.setData({ conversationId }, (now) => now && withoutFarEnd(now, direction));
      setLoading(direction);
      setFailed(null);
      try {
        const range = direction === "older" ? { before: edge.seq } : { after: edge.seq };
        const page = await utils.client.messages.list.query({ conversationId, ...range, limit: 100 });
        const join = direction === "older" ? withOlder : withNewer;
        take(page, (now, received) => now && join(now, received));
      } catch {
        setFailed(direction);
      } finally {
        busy.current = false;
        setLoading(null);
      }
    },
    [utils, take, conversationId],
  );

  /** Replaces what is held by the history around a message, or by the newest page. */
  const replace = useCallback(
    async (around?: number) => {
      const limit = around === undefined ? undefined : pageAround;
      take(await utils.client.messages.list.query({ conversationId, around, limit }), replacedBy);
      setFailed(null);
      setStretch((n) => n + 1);
    },
    [utils, take, conversationId],
  );

  const { data, error, refetch } = query;
  return useMemo(
    () => ({ timeline: data, error, retry: () => void refetch(), load, loading, failed, replace, stretch }),
    [data, error, refetch, load, loading, failed, replace, stretch],
  );
}
