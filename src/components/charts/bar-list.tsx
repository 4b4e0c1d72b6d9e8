"use client";

import Link from "next/link";
import { useFormatter } from "next-intl";

export type Bar = { key: string; label: string; count: number; href?: string };

/** Things by how many there are of each, as bars; each leads to what it counts. */
export function BarList({ title, bars, empty }: { title: string; bars: Bar[]; empty: string }) {
  const format = useFormatter();
  const highest = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] content-start gap-2">
      <h2 className="font-medium text-sm">{title}</h2>
      {bars.length === 0 && <p className="text-muted-foreground text-sm">{empty}</p>}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-1">
        {bars.map(({ key, label, count, href }) => (
          <li
            key={key}
            className="relative flex items-center justify-between gap-3 rounded px-2 py-1 text-sm"
          >
            <svg
              aria-hidden="true"
              viewBox="0 0 100 1"
              preserveAspectRatio="none"
              className="absolute inset-0 size-full rounded rtl:-scale-x-100"
            >
              <rect width={(count / highest) * 100} height="1" className="fill-accent" />
            </svg>
            <span className="relative min-w-0 truncate">
              {href ? (
                <Link href={href} className="underline-offset-4 hover:underline">
                  <bdi>{label}</bdi>
                </Link>
              ) : (
                <bdi>{label}</bdi>
              )}
            </span>
            <span className="relative tabular-nums">{format.number(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
