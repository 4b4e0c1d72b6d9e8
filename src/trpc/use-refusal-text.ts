"use client";

import { TRPCClientError } from "@trpc/client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useErrorText } from "@/components/use-error-text";
import type { AppRouter } from "./root";

/** What a procedure said when it refused or failed; null where no answer came at all. */
export function refusalOf(error: unknown) {
  return error instanceof TRPCClientError ? ((error as TRPCClientError<AppRouter>).data ?? null) : null;
}

/** Turns what a procedure threw into a sentence. */
export function useRefusalText(): (error: unknown) => string {
  const t = useTranslations("common");
  const errorText = useErrorText();
  return useCallback(
    (error) => {
      const refusal = refusalOf(error);
      return refusal ? errorText(refusal.appCode, refusal.details) : t("unreachable");
    },
    [t, errorText],
  );
}
