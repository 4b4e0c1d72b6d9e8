"use client";

import { type DateTimeFormatOptions, useFormatter } from "next-intl";
import { useClock } from "./appearance-context";
import { useLocalTimeZone } from "./use-local-time-zone";

const styles = {
  time: { timeStyle: "short" },
  date: { dateStyle: "medium" },
  day: { weekday: "long", day: "numeric", month: "long" },
  full: { dateStyle: "full", timeStyle: "short" },
  "date-time": { dateStyle: "medium", timeStyle: "short" },
} satisfies Record<string, DateTimeFormatOptions>;

/** A moment in the reader's language and time zone; the pointer shows it in full. */
export function FormattedTime({
  value,
  style = "date-time",
  className,
}: {
  /** ISO 8601, as it travels from the server */
  value: string;
  style?: keyof typeof styles;
  className?: string;
}) {
  const format = useFormatter();
  const timeZone = useLocalTimeZone();
  const clock = useClock();
  const date = new Date(value);
  return (
    <time
      dateTime={value}
      title={format.dateTime(date, { ...styles.full, ...clock, timeZone })}
      className={className}
    >
      {format.dateTime(date, { ...styles[style], ...clock, timeZone })}
    </time>
  );
}
