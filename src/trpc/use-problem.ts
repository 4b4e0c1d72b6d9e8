"use client";

import { useCallback } from "react";
import { refusalOf, useRefusalText } from "./use-refusal-text";

/** What went wrong in a call, in words, with the number to quote where nobody expected it. */
export function useProblem(): (error: unknown) => { text: string; requestId: string | null } {
  const refusalText = useRefusalText();
  return useCallback(
    (error) => {
      const refusal = refusalOf(error);
      const requestId = refusal?.appCode === "INTERNAL" ? refusal.requestId : null;
      return { text: refusalText(error), requestId };
    },
    [refusalText],
  );
}
