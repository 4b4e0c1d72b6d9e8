"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";

const units = [
  ["days", 86_400],
  ["hours", 3_600],
  ["minutes", 60],
] as const;

/** A length of time in words, in the largest unit that it is a whole number of. */
export function useDuration(): (seconds: number) => string {
  const t = useTranslations("groups.duration");
  return useCallback(
    (seconds) => {
      const unit = units.find(([, length]) => seconds >= length && seconds % length === 0);
      return unit ? t(unit[0], { count: seconds / unit[1] }) : t("seconds", { count: seconds });
    },
    [t],
  );
}
