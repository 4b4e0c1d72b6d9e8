"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useErrorText } from "@/components/use-error-text";
import { refusalOf } from "./refusal";

/** What went wrong in a call, in words. */
export function useProblem(): (error: unknown) => { text: string; requestId: string | null } {
  const t = useTranslations("common");
  const errorText = useErrorText();
  return useCallback(
    (error) => {
      const refusal = refusalOf(error);
      if (!refusal) return { text: t("unreachable"), requestId: null };
      const requestId = refusal.code === "INTERNAL" ? refusal.requestId : null;
      return { text: errorText(refusal.code, refusal.details), requestId };
    },
    [t, errorText],
  );
}
