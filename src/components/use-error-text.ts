"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useCallback } from "react";
import { useClock } from "./appearance-context";
import type { FormRefusal } from "./form-outcome";
import { useLocalTimeZone } from "./use-local-time-zone";

/**
 * Turns the code of a refusal, or of no answer at all, into a sentence; `details` are the values that the sentence names. A moment, `until`,
 * comes as milliseconds and is told in the reader's time zone and by their clock.
 */
export function useErrorText(): (code: FormRefusal, details?: Record<string, string | number>) => string {
  const t = useTranslations("errors");
  const common = useTranslations("common");
  const format = useFormatter();
  const timeZone = useLocalTimeZone();
  const clock = useClock();
  return useCallback(
    (code, details) => {
      if (code === "UNREACHABLE") return common("unreachable");
      if (typeof details?.until !== "number") return t(code, details);
      const until = format.dateTime(details.until, {
        dateStyle: "long",
        timeStyle: "short",
        ...clock,
        timeZone,
      });
      return t(code, { ...details, until });
    },
    [t, common, format, clock, timeZone],
  );
}
