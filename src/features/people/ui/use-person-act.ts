"use client";

import { notify } from "@/components/notify";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";

/** Does something to a person and reads them anew. Resolves to what went wrong, in words, or to nothing. */
export function usePersonAct(userId: string) {
  const problemOf = useProblem();
  const utils = trpc.useUtils();
  return async (work: Promise<unknown>, done: string): Promise<string | undefined> => {
    try {
      await work;
    } catch (error) {
      return problemOf(error).text;
    }
    await Promise.all([utils.admin.people.get.invalidate({ userId }), utils.admin.audit.list.invalidate()]);
    void notify("success", done);
    return undefined;
  };
}
