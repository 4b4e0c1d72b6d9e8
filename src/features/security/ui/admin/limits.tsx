"use client";

import { useTranslations } from "next-intl";
import type { Settings } from "@/features/settings/dto";
import { trpc } from "@/trpc/react";
import { LimitsForm } from "./limits-form";
import { Refusals } from "./refusals";

/** Every rate limit with its meaning, what it did within a day, and what counts as suspicious. */
export function Limits({ settings }: { settings: Settings }) {
  const t = useTranslations("security.limits");
  const { data } = trpc.admin.security.limits.useQuery(undefined, { refetchInterval: 15_000 });
  const refused = new Map(data?.rules.map(({ rule, refusals }) => [rule, refusals]));
  return (
    <div className="grid max-w-4xl gap-8">
      {data && <p className="max-w-prose text-muted-foreground text-sm">{t(`store.${data.store}`)}</p>}
      <LimitsForm initial={settings} refused={refused} />
      <Refusals refusals={data?.refusals} />
    </div>
  );
}
