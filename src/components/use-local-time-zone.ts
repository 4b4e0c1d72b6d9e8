"use client";

import { useTimeZone } from "next-intl";
import { useSyncExternalStore } from "react";

const never = () => () => {};

let detected: string | undefined;
const browserTimeZone = () => {
  detected ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
  return detected;
};

/** The reader's time zone. Until hydration it is the server's guess, so that both render the same. */
export function useLocalTimeZone(): string {
  const guess = useTimeZone() ?? "UTC";
  return useSyncExternalStore(never, browserTimeZone, () => guess);
}
