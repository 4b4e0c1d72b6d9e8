"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { trpc } from "@/trpc/react";
import { SignInChart } from "./sign-in-chart";

const periods = ["day", "week", "month"] as const;

/** How many signed in, failed and had to wait, over a day, a week or a month. */
export function SignInTimeline() {
  const t = useTranslations("security.sessions.timeline");
  const id = useId();
  const [period, setPeriod] = useState<(typeof periods)[number]>("day");
  const { data } = trpc.admin.sessions.timeline.useQuery({ period }, { placeholderData: keepPreviousData });
  return (
    <section aria-labelledby={id} className="space-y-3 rounded-lg border bg-card p-4">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <h2 id={id} className="font-medium">
          {t("title")}
        </h2>
        <fieldset className="flex gap-1">
          <legend className="sr-only">{t("period")}</legend>
          {periods.map((each) => (
            <Button
              key={each}
              size="sm"
              variant={each === period ? "secondary" : "ghost"}
              aria-pressed={each === period}
              onClick={() => setPeriod(each)}
            >
              {t(each)}
            </Button>
          ))}
        </fieldset>
      </header>
      {data ? <SignInChart timeline={data} /> : <Skeleton className="h-44 w-full" />}
    </section>
  );
}
