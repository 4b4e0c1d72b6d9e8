"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";

/**
 * Turns what a schema objects to into a sentence for the person who typed it.
 * @param invalid sentences of their own for fields whose pattern needs explaining
 */
export function useIssueText(
  invalid: Record<string, string> = {},
): (issue: z.core.$ZodIssue, value: unknown) => string {
  const t = useTranslations("common.validation");
  return (issue, value) => {
    if (typeof value === "string" && value.trim() === "") return t("required");
    if (issue.code === "too_small" && issue.origin === "number") {
      return t("tooSmall", { minimum: Number(issue.minimum) });
    }
    if (issue.code === "too_big" && issue.origin === "number") {
      return t("tooLarge", { maximum: Number(issue.maximum) });
    }
    if (issue.code === "invalid_type" && (issue.expected === "number" || issue.expected === "int")) {
      return t("wholeNumber");
    }
    if (issue.code === "too_small") return t("tooShort", { minimum: Number(issue.minimum) });
    if (issue.code === "too_big") return t("tooLong", { maximum: Number(issue.maximum) });
    const own = invalid[String(issue.path[0])];
    if (own) return own;
    return issue.code === "invalid_format" && issue.format === "email" ? t("email") : t("invalid");
  };
}
