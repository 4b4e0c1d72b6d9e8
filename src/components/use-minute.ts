"use client";

import { useDeferredValue, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const one of listeners) one();
  }, 15_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const currentMinute = () => Math.floor(Date.now() / 60_000);

/** The running minute since 1970, one clock for the whole page; null until hydration. Shown when there is time for it. */
export function useMinute(): number | null {
  return useDeferredValue(useSyncExternalStore(subscribe, currentMinute, () => null));
}
