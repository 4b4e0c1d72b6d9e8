"use client";

import { useFormatter } from "next-intl";
import { useClock } from "./appearance-context";
import { FormattedTime } from "./formatted-time";
import { useLocalTimeZone } from "./use-local-time-zone";
import { useMinute } from "./use-minute";

/** How long ago something was, kept up to date; the plain date until the page has hydrated. */
export function RelativeTime({ value, className }: { value: string; className?: string }) {
  const format = useFormatter();
  const timeZone = useLocalTimeZone();
  const clock = useClock();
  const minute = useMinute();
  if (minute === null) return <FormattedTime value={value} style="date" className={className} />;
  const date = new Date(value);
  // Whole minutes on both sides: "now" for the first one. A clock behind the server's never shows "in".
  const then = Math.floor(date.getTime() / 60_000) * 60_000;
  const now = Math.max(minute * 60_000, then);
  return (
    <time
      dateTime={value}
      title={format.dateTime(date, { dateStyle: "full", timeStyle: "short", ...clock, timeZone })}
      className={className}
    >
      {format.relativeTime(then, { now, style: "short" })}
    </time>
  );
}
