"use client";

import { useQueryClient } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { useCallback, useEffect, useRef } from "react";
import { withSnapshot } from "@/features/conversations/conversation-list";
import { conversationListInput } from "@/features/conversations/conversation-list-input";
import { leaveToSignIn } from "@/features/sessions/ui/leave-to-sign-in";
import { trpc } from "@/trpc/react";
import { refusalOf } from "@/trpc/use-refusal-text";
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
    (missed: CatchUp, idsBefore: ReadonlySet<string>) => {
      for (const changes of missed.changes) {
        const input = { conversationId: changes.conversationId };
        if (changes.reset) void utils.messages.list.invalidate(input);
        else utils.messages.list.setData(input, (held) => held && withChanges(held, changes));
      }
      // Threads are few on a page and short: what is open of them is read anew.
      void utils.messages.threads.invalidate();
      void utils.messages.pins.invalidate();
      void utils.messages.saved.invalidate();
      void utils.messages.drafts.invalidate();
      void utils.messages.scheduled.invalidate();
      utils.conversations.list.setData(conversationListInput, (held) =>
        withSnapshot(held, missed.conversations, idsBefore),
      );
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
      const list = utils.conversations.list.getData(conversationListInput);
      const idsBefore = new Set(list?.conversations.map((c) => c.id));
      try {
        const missed = await utils.client.messages.catchUp.query({ timelines: timelines.slice(0, 200) });
        apply(missed, idsBefore);
      } catch (error) {
        // Asking again would be refused again: somebody has to sign in first.
        const refusal = refusalOf(error)?.appCode;
        if (refusal === "UNAUTHENTICATED" || refusal === "SECOND_FACTOR_REQUIRED") return leaveToSignIn();
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
