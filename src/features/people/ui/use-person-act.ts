"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { trpc } from "@/trpc/react";
import { useUndoableAct } from "@/trpc/use-undoable-act";

/** Does something to a person: see `useUndoableAct`. */
export function usePersonAct(userId: string) {
  const t = useTranslations("people.person");
  const utils = trpc.useUtils();
  const readAnew = useCallback(
    () => Promise.all([utils.admin.people.get.invalidate({ userId }), utils.admin.audit.list.invalidate()]),
    [utils, userId],
  );
  return useUndoableAct(readAnew, { undo: t("undo"), undone: t("undone") });
}
