"use client";

import { useMinute } from "@/components/use-minute";
import { useNotificationSettings } from "./use-notification-settings";

/** Do not disturb until a time: whether that is so now, and how to begin and end it. */
export function usePause() {
  const { settings, update } = useNotificationSettings();
  const minute = useMinute();
  const until = settings?.quietUntil ?? null;
  const lasts = until !== null && minute !== null && Date.parse(until) > minute * 60_000;
  return {
    until: lasts ? until : null,
    pauseFor: (hours: number) =>
      update({ quietUntil: new Date(Date.now() + hours * 3_600_000).toISOString() }),
    end: () => update({ quietUntil: null }),
  };
}
