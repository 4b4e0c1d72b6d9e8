"use client";

import { UnplugIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { ErrorState } from "@/components/error-state";
import { useChannel } from "@/components/listen";
import { Skeleton } from "@/components/ui/skeleton";
import { userChannel } from "@/features/users/channels";
import { consoleChannelsFor } from "@/lib/console-channels";
import type { Role } from "@/lib/permissions";
import { useProblem } from "@/trpc/use-problem";
import { HealthCard } from "./health-card";
import { LatestAudit } from "./latest-audit";
import { Matters } from "./matters";
import { PulseCard } from "./pulse-card";
import { useDashboard } from "./use-dashboard";

/** The instance at one glance, live: what waits, how lively it is, how its parts are, and what was done last. */
export function Dashboard({ viewer }: { viewer: { id: string; role: Role } }) {
  const t = useTranslations("dashboard");
  const problemOf = useProblem();
  const { data, error, silent, hear, readSoon, refetch } = useDashboard();
  // Security events come on the person's own channel.
  const channels = [...consoleChannelsFor(viewer), userChannel(viewer.id)];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {channels.map((channel) => (
        <Ear key={channel} channel={channel} onEvent={hear} onMissed={readSoon} />
      ))}
      <p
        role="status"
        className="flex items-center gap-2 rounded-md border border-warning/40 bg-warning/5 px-3 py-2 text-sm text-warning empty:hidden"
      >
        {silent && (
          <>
            <UnplugIcon aria-hidden="true" className="size-4 shrink-0" />
            {t("silent")}
          </>
        )}
      </p>
      {!data && error && (
        <ErrorState
          title={t("failed")}
          description={problemOf(error).text}
          requestId={problemOf(error).requestId}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && <Skeleton className="h-64 w-full" />}
      {data && (
        <>
          <Matters matters={data.matters} />
          <PulseCard pulse={data.pulse} />
          <div className="grid grid-cols-[minmax(0,1fr)] gap-6 xl:grid-cols-[repeat(2,minmax(0,1fr))]">
            {data.health && <HealthCard health={data.health} />}
            {data.audit && <LatestAudit entries={data.audit} />}
          </div>
        </>
      )}
    </div>
  );
}

function Ear({
  channel,
  onEvent,
  onMissed,
}: {
  channel: string;
  onEvent: (event: string, data: unknown) => void;
  onMissed: () => void;
}) {
  useChannel(channel, onEvent, onMissed);
  return null;
}
