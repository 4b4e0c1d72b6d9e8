"use client";

import { useEffect } from "react";
import { userChannel } from "@/features/users/channels";
import { trpc } from "@/trpc/react";
import type { NoticeEvents } from "../events";
import { ReportResults } from "./report-results";
import { WarningDialog } from "./warning-dialog";

type Listen = (channel: string, listener: (event: string, data: unknown) => void) => () => void;

const changed: keyof NoticeEvents = "notices.changed";

/** What moderation has to tell the signed-in person, as soon as there is something. */
export function Notices({ ownId, listen }: { ownId: string; listen: Listen | null }) {
  const utils = trpc.useUtils();
  const { data } = trpc.moderation.notices.useQuery(undefined, { staleTime: Number.POSITIVE_INFINITY });
  useEffect(
    () =>
      listen?.(userChannel(ownId), (event) => {
        // After an interruption something may have been missed.
        if (event === changed || event === "pusher:subscription_succeeded") {
          void utils.moderation.notices.invalidate();
        }
      }),
    [listen, ownId, utils],
  );
  const [warning] = data?.warnings ?? [];
  return (
    <>
      {warning && <WarningDialog key={warning.id} warning={warning} />}
      {data && <ReportResults results={data.results} rejected={data.rejected} glass={data.glass} />}
    </>
  );
}
