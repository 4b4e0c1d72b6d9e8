"use client";

import { useCallback } from "react";
import { notify, undoOfferedMs } from "@/components/notify";
import { useProblem } from "./use-problem";

/**
 * Does something to what a page shows, reads that anew, and offers to take it back where there is a way. The function
 * resolves to what went wrong, in words, or to nothing.
 * @param readAnew reads whatever the act may have changed; the same function as long as the page shows the same
 */
export function useUndoableAct(
  readAnew: () => Promise<unknown>,
  { undo, undone }: { undo: string; undone: string },
) {
  const problemOf = useProblem();
  return useCallback(
    async (
      work: () => Promise<unknown>,
      done: string,
      back?: () => Promise<unknown>,
    ): Promise<string | undefined> => {
      try {
        await work();
      } catch (error) {
        return problemOf(error).text;
      }
      await readAnew();
      const takeBack = async () => {
        try {
          await back?.();
          await readAnew();
          void notify("success", undone);
        } catch (error) {
          void notify("error", problemOf(error).text);
        }
      };
      void notify("success", done, {
        duration: back && undoOfferedMs,
        action: back && { label: undo, onClick: () => void takeBack() },
      });
      return undefined;
    },
    [problemOf, readAnew, undo, undone],
  );
}
