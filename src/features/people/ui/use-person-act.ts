"use client";

import { useTranslations } from "next-intl";
import { notify } from "@/components/notify";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";

/**
 * Does something to a person, reads them anew, and offers to take it back where there is a way. Resolves to what went
 * wrong, in words, or to nothing.
 */
export function usePersonAct(userId: string) {
  const t = useTranslations("people.person");
  const problemOf = useProblem();
  const utils = trpc.useUtils();
  return async (
    work: Promise<unknown>,
    done: string,
    undo?: () => Promise<unknown>,
  ): Promise<string | undefined> => {
    const readAnew = () =>
      Promise.all([utils.admin.people.get.invalidate({ userId }), utils.admin.audit.list.invalidate()]);
    try {
      await work;
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
      duration: undo ? 10_000 : undefined,
      action: undo && { label: t("undo"), onClick: () => void takeBack() },
    });
    return undefined;
  };
}
