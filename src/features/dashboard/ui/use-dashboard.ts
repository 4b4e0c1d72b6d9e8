"use client";

import { useEffect, useRef, useState } from "react";
import { trpc } from "@/trpc/react";
import type { Dashboard } from "../dto";
import { type PulseFelt, pulseFelt } from "../events";

/** Whatever happens in between is read together. */
const readEveryMs = 2_000;
/** Health is asked for anew with the first pulse after so long. */
const healthMs = 60_000;
/** Pulses come every five seconds: without one for so long, nothing else arrives either. */
const silentMs = 20_000;

/** The dashboard, and how to tell it what was heard: pulses are shown as they are, everything else is read anew. */
export function useDashboard() {
  const utils = trpc.useUtils();
  const query = trpc.admin.dashboard.get.useQuery(undefined, { staleTime: Number.POSITIVE_INFINITY });
  const heardAt = useRef(Date.now());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [silent, setSilent] = useState(false);
  const { refetch, dataUpdatedAt } = query;
  const readAt = useRef(dataUpdatedAt);

  const readSoon = useRef(() => {
    timer.current ??= setTimeout(
      () => {
        timer.current = undefined;
        readAt.current = Date.now();
        void refetch();
      },
      Math.max(0, readAt.current + readEveryMs - Date.now()),
    );
  }).current;
  useEffect(() => () => clearTimeout(timer.current), []);

  useEffect(() => {
    const look = setInterval(() => setSilent(Date.now() - heardAt.current > silentMs), 1_000);
    return () => clearInterval(look);
  }, []);
  // Once: what is shown says at least how things stand when the connection went.
  useEffect(() => {
    if (silent) readSoon();
  }, [silent, readSoon]);

  const hear = (event: string, data: unknown) => {
    if (event !== pulseFelt) {
      if (concerns(event, data)) readSoon();
      return;
    }
    heardAt.current = Date.now();
    const pulse = data as PulseFelt;
    utils.admin.dashboard.get.setData(
      undefined,
      (known: Dashboard | undefined) => known && { ...known, pulse },
    );
    if (Date.now() - readAt.current > healthMs) readSoon();
  };
  return { ...query, silent, hear, readSoon };
}

/** A job that has come further changes nothing here; one that has failed, or is tried again, does. */
function concerns(event: string, data: unknown): boolean {
  if (event !== "job.changed") return !event.startsWith("pusher:");
  return (data as { job?: { state?: string } }).job?.state !== "running";
}
