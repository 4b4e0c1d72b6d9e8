"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { ErrorCode } from "@/lib/error-codes";

/** Turns the code of a refusal into a sentence; `details` are the values that the sentence names. */
export function useErrorText(): (code: ErrorCode, details?: Record<string, string | number>) => string {
  const t = useTranslations("errors");
  return useCallback((code, details) => t(code, details), [t]);
}
