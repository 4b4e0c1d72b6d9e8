"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { RelativeTime } from "@/components/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { usePersonName } from "@/components/use-person-name";
import type { RateLimitRefusal } from "../../dto";

/** Whom rate limits held back within a day, the latest first. */
export function Refusals({ refusals }: { refusals: RateLimitRefusal[] | undefined }) {
  const personName = usePersonName();
  const t = useTranslations("security.limits");
  const id = useId();
  return (
    <section aria-labelledby={id} className="space-y-3">
      <h2 id={id} className="font-semibold text-lg">
        {t("refusals")}
      </h2>
      {!refusals ? (
        <Skeleton className="h-24 w-full" />
      ) : refusals.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t("noRefusals")}</p>
      ) : (
        <ul className="divide-y rounded-lg border">
          {refusals.map(({ id: key, rule, person, network, times, lastAt }) => (
            <li key={key} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 text-sm">
              <span className="min-w-28 font-medium">{t(`rule.${rule}`)}</span>
              <bdi className="min-w-0 flex-1 break-all text-muted-foreground">
                {person ? personName(person) : network}
              </bdi>
              <span className="tabular-nums">{t("refused", { times })}</span>
              <RelativeTime value={lastAt} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
