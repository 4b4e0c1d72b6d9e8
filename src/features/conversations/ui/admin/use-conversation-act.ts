"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { notify } from "@/components/notify";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";

/**
 * Does something to a conversation, reads it anew, and offers to take it back. Resolves to what went wrong, in words, or
 * to nothing.
 */
export function useConversationAct(conversationId: string) {
  const t = useTranslations("oversight.conversations");
  const problemOf = useProblem();
  const utils = trpc.useUtils();
  return useCallback(
    async (
      work: () => Promise<unknown>,
      done: string,
      undo?: () => Promise<unknown>,
    ): Promise<string | undefined> => {
      const readAnew = () =>
        Promise.all([
          utils.admin.conversations.get.invalidate({ conversationId }),
          utils.admin.conversations.members.invalidate({ conversationId }),
          utils.admin.conversations.list.invalidate(),
          utils.admin.audit.list.invalidate(),
        ]);
      try {
        await work();
      } catch (error) {
        return problemOf(error).text;
      }
      await readAnew();
      const takeBack = async () => {
        try {
          await undo?.();
          await readAnew();
          void notify("success", t("undone"));
        } catch (error) {
          void notify("error", problemOf(error).text);
        }
      };
      void notify("success", done, {
        duration: 10_000,
        action: undo && { label: t("undo"), onClick: () => void takeBack() },
      });
      return undefined;
    },
    [t, problemOf, utils, conversationId],
  );
}
