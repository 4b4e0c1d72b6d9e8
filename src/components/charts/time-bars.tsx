"use client";

import { useFormatter } from "next-intl";
import { useClock } from "@/components/appearance-context";
import { useLocalTimeZone } from "@/components/use-local-time-zone";

const styles = {
  minute: { hour: "numeric", minute: "2-digit" },
  hour: { day: "numeric", month: "short", hour: "numeric", minute: "2-digit" },
  day: { dateStyle: "medium" },
  month: { month: "long", year: "numeric" },
} as const;

/** How many things happened when: a bar for each stretch of time, and the same numbers for whoever sees no bars. */
export function TimeBars({
  title,
  headers,
  unit,
  buckets,
}: {
  title: string;
  /** of the columns of the table that stands in for the bars: when, how many */
  headers: [string, string];
  unit: "minute" | "hour" | "day" | "month";
  /** without gaps; minutes are shown in the reader's time zone, all else in UTC */
  buckets: { at: string; count: number }[];
}) {
  const format = useFormatter();
  const highest = Math.max(1, ...buckets.map(({ count }) => count));
  const local = useLocalTimeZone();
  const timeZone = unit === "minute" ? local : "UTC";
  const clock = useClock();
  const text = (at: string) => format.dateTime(new Date(at), { ...styles[unit], ...clock, timeZone });
  const width = 100 / Math.max(1, buckets.length);
  const [first, last] = [buckets[0], buckets.at(-1)];
  return (
    <figure className="grid gap-1.5">
      <figcaption className="flex items-baseline justify-between gap-3 text-sm">
        <span className="font-medium">{title}</span>
        <span className="text-muted-foreground text-xs tabular-nums" aria-hidden="true">
          ≤ {format.number(highest)}
        </span>
      </figcaption>
      <svg
        viewBox="0 0 100 40"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="h-28 w-full border-b print:h-20"
      >
        {buckets.map(({ at, count }, index) => (
          <rect
            key={at}
            x={index * width + width * 0.1}
            width={width * 0.8}
            y={40 - (count / highest) * 39}
            height={(count / highest) * 39}
            className="fill-chart-1"
          >
            <title>{`${text(at)}: ${format.number(count)}`}</title>
          </rect>
        ))}
      </svg>
      {first && last && (
        <p aria-hidden="true" className="flex justify-between text-muted-foreground text-xs tabular-nums">
          <span>{text(first.at)}</span>
          {buckets.length > 1 && <span>{text(last.at)}</span>}
        </p>
      )}
      {/* A table does not become as narrow as it is told to: what is around it does. */}
      <div className="sr-only">
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              {headers.map((header) => (
                <th key={header} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {buckets
              .filter(({ count }) => count > 0)
              .map(({ at, count }) => (
                <tr key={at}>
                  <th scope="row">{text(at)}</th>
                  <td>{format.number(count)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
