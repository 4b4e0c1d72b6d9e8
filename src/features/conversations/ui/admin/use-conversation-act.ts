"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { trpc } from "@/trpc/react";
import { useUndoableAct } from "@/trpc/use-undoable-act";

/** Does something to a conversation: see `useUndoableAct`. */
export function useConversationAct(conversationId: string) {
  const t = useTranslations("oversight.conversations");
  const utils = trpc.useUtils();
  const readAnew = useCallback(
    () =>
      Promise.all([
        utils.admin.conversations.get.invalidate({ conversationId }),
        utils.admin.conversations.members.invalidate({ conversationId }),
        utils.admin.conversations.list.invalidate(),
        utils.admin.audit.list.invalidate(),
      ]),
    [utils, conversationId],
  );
  return useUndoableAct(readAnew, { undo: t("undo"), undone: t("undone") });
}
