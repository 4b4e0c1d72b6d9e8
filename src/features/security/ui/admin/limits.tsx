"use client";

import { useTranslations } from "next-intl";
import { useChannel } from "@/components/listen";
import type { Settings } from "@/features/settings/dto";
import { trpc } from "@/trpc/react";
import { limitsChannel } from "../../channels";
import { LimitsForm } from "./limits-form";
import { Refusals } from "./refusals";

/** Every rate limit with its meaning, what it did within a day, and what counts as suspicious: all of it live. */
export function Limits({ settings }: { settings: Settings }) {
  const t = useTranslations("security.limits");
  const { admin } = trpc.useUtils();
  const { data: current } = trpc.admin.settings.get.useQuery(undefined, { initialData: settings });
  // What is a day ago counts no longer, and nothing tells of that: whoever looks again has it read again.
  const { data } = trpc.admin.security.limits.useQuery(undefined, { refetchOnWindowFocus: true });
  const readAnew = () => {
    void admin.security.limits.invalidate();
    void admin.settings.get.invalidate();
  };
  useChannel(limitsChannel, readAnew, readAnew);
  const refused = new Map(data?.rules.map(({ rule, refusals }) => [rule, refusals]));
  return (
    <div className="grid max-w-4xl gap-8">
      {data && <p className="max-w-prose text-muted-foreground text-sm">{t(`store.${data.store}`)}</p>}
      <LimitsForm
        current={current}
        refused={refused}
        onSaved={(saved) => admin.settings.get.setData(undefined, saved)}
      />
      <Refusals refusals={data?.refusals} />
    </div>
  );
}
