"use client";

import { useContext, useEffect, useSyncExternalStore } from "react";
import { useMinute } from "@/components/use-minute";
import type { Presence } from "../dto";
import { PresenceContext } from "./presence-context";

const never = () => () => {};

/** How a person is, kept true while this is on screen; undefined for nobody and until it is known. */
export function usePresence(userId: string | undefined): Presence | undefined {
  const store = useContext(PresenceContext);
  useEffect(() => (store && userId ? store.watch(userId) : undefined), [store, userId]);
  const held = useSyncExternalStore(
    store?.subscribe ?? never,
    () => (userId ? store?.get(userId) : undefined),
    () => undefined,
  );
  const minute = useMinute();
  const { until } = held?.status ?? {};
  const over = until && Date.parse(until) <= (minute ?? 0) * 60_000;
  return held && over ? { ...held, status: null } : held;
}
