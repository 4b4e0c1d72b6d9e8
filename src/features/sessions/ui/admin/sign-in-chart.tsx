"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useLocalTimeZone } from "@/components/use-local-time-zone";
import type { AttemptTimeline } from "../../dto";

/** From the bottom of a bar to its top, each with its colour. */
const series = [
  { key: "succeeded", fill: "var(--success)", dot: "bg-success" },
  { key: "failed", fill: "var(--warning)", dot: "bg-warning" },
  { key: "lockedOut", fill: "var(--destructive)", dot: "bg-destructive" },
] as const;

const height = 120;

/** Stacked bars, one for each interval; the same as a table for whoever does not see them. */
export function SignInChart({ timeline: { intervals, hours } }: { timeline: AttemptTimeline }) {
  const t = useTranslations("security.sessions.timeline");
  const format = useFormatter();
  const timeZone = useLocalTimeZone();
  const label = (from: string) =>
    format.dateTime(new Date(from), {
      timeZone,
      ...(hours < 24
        ? { weekday: "short", hour: "numeric", minute: "2-digit" }
        : { day: "numeric", month: "short" }),
    });
  const sumOf = (key: (typeof series)[number]["key"]) =>
    intervals.reduce((sum, interval) => sum + interval[key], 0);
  const sums = { succeeded: sumOf("succeeded"), failed: sumOf("failed"), lockedOut: sumOf("lockedOut") };
  const highest = Math.max(1, ...intervals.map((each) => each.succeeded + each.failed + each.lockedOut));
  return (
    <figure className="space-y-2">
      <figcaption className="flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-xs">
        {series.map(({ key, dot }) => (
          <span key={key} className="flex items-center gap-1.5">
            <span aria-hidden="true" className={`size-2.5 rounded-sm ${dot}`} />
            {t(key)} <span className="text-foreground tabular-nums">{format.number(sums[key])}</span>
          </span>
        ))}
      </figcaption>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${intervals.length * 10} ${height}`}
        preserveAspectRatio="none"
        className="h-36 w-full border-b"
      >
        {intervals.map((interval, i) => {
          let below = 0;
          return series.map(({ key, fill }) => {
            const size = (interval[key] / highest) * (height - 4);
            below += size;
            return (
              size > 0 && (
                <rect
                  key={`${interval.from} ${key}`}
                  x={i * 10 + 1}
                  y={height - below}
                  width={8}
                  height={size}
                  fill={fill}
                >
                  <title>{`${label(interval.from)}: ${t(key)} ${interval[key]}`}</title>
                </rect>
              )
            );
          });
        })}
      </svg>
      <div aria-hidden="true" className="flex justify-between text-muted-foreground text-xs tabular-nums">
        {[0, Math.floor(intervals.length / 2), intervals.length - 1].map((i) => (
          <span key={i}>{label(intervals[i]?.from ?? "")}</span>
        ))}
      </div>
      {/* A table does not become as narrow as it is told to: what is around it does. */}
      <div className="sr-only">
        <table>
          <caption>{t("table")}</caption>
          <thead>
            <tr>
              {[t("from"), ...series.map(({ key }) => t(key))].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {intervals.map((interval) => (
              <tr key={interval.from}>
                <th scope="row">{label(interval.from)}</th>
                {series.map(({ key }) => (
                  <td key={key}>{interval[key]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
