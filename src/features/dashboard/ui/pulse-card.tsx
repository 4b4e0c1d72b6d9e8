"use client";

import { useFormatter, useTranslations } from "next-intl";
import { TimeBars } from "@/components/charts/time-bars";
import type { Pulse } from "../dto";

const minuteMs = 60_000;

/** How many are here, and how much was written in each of the last 60 minutes. */
export function PulseCard({ pulse }: { pulse: Pulse }) {
  const t = useTranslations("dashboard.pulse");
  const format = useFormatter();
  const { online, minutes, minute } = pulse;
  const until = Date.parse(minute);
  const buckets = minutes.map((count, i) => ({
    at: new Date(until - (minutes.length - 1 - i) * minuteMs).toISOString(),
    count,
  }));
  const figures = [
    ["online", online],
    ["lastMinute", minutes.at(-2) ?? 0],
    ["lastHour", minutes.reduce((sum, each) => sum + each, 0)],
  ] as const;
  return (
    <section
      aria-labelledby="pulse"
      className="grid grid-cols-[minmax(0,1fr)] gap-4 rounded-lg border bg-card p-4"
    >
      <h2 id="pulse" className="font-semibold">
        {t("title")}
      </h2>
      <dl className="grid grid-cols-3 gap-3">
        {figures.map(([key, value]) => (
          <div key={key}>
            <dt className="text-muted-foreground text-xs">{t(key)}</dt>
            <dd className="font-semibold text-2xl tabular-nums">{format.number(value)}</dd>
          </div>
        ))}
      </dl>
      <TimeBars title={t("minutes")} headers={[t("minute"), t("messages")]} unit="minute" buckets={buckets} />
    </section>
  );
}
