"use client";

import { useQueryClient } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { useCallback, useEffect, useRef } from "react";
import { conversationListInput } from "@/features/conversations/ui/use-conversation-list";
import { trpc } from "@/trpc/react";
import type { CatchUp, MessagePage } from "../dto";
import { withChanges } from "../timeline";

const retryAfterMs = 1_000;

/**
 * Asks once for everything that this client missed, over all its conversations together. Calls while an
 * answer is on its way lead to one more request after it; a failed one is tried again.
 */
export function useCatchUp(): () => void {
  const utils = trpc.useUtils();
  const queryClient = useQueryClient();
  const running = useRef(false);
  const again = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const apply = useCallback(
    (missed: CatchUp) => {
      for (const changes of missed.changes) {
        const input = { conversationId: changes.conversationId };
        if (changes.reset) void utils.messages.list.invalidate(input);
        else utils.messages.list.setData(input, (held) => held && withChanges(held, changes));
      }
      utils.conversations.list.setData(conversationListInput, (held) => {
        const known = new Map(held?.conversations.map((c) => [c.id, c]));
        const conversations = missed.conversations.map((c) => {
          const mine = known.get(c.id);
          return mine && mine.revision > c.revision ? mine : c;
        });
        return { conversations, nextCursor: held?.nextCursor ?? null };
      });
    },
    [utils],
  );

  return useCallback(() => {
    const run = async () => {
      if (running.current) {
        again.current = true;
        return;
      }
      running.current = true;
      again.current = false;
      const timelines = queryClient
        .getQueriesData<MessagePage>({ queryKey: getQueryKey(trpc.messages.list) })
        .flatMap(([key, held]) => {
          const { input } = (key[1] ?? {}) as { input?: { conversationId: string } };
          return held && input ? [{ conversationId: input.conversationId, revision: held.revision }] : [];
        });
      try {
        apply(await utils.client.messages.catchUp.query({ timelines: timelines.slice(0, 200) }));
      } catch {
        clearTimeout(timer.current);
        timer.current = setTimeout(run, retryAfterMs);
      } finally {
        running.current = false;
      }
      if (again.current) void run();
    };
    void run();
  }, [utils, queryClient, apply]);
}
