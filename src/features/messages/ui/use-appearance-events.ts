"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { useAppearance } from "@/components/appearance";
import type { PreferenceEvents } from "@/features/users/events";
import { useLive } from "./live-context";

/** Looks as the person chose on another device, at once. */
export function useAppearanceEvents(): void {
  const { connection } = useLive();
  const { density, timeFormat, show } = useAppearance();
  const locale = useLocale();
  const router = useRouter();
  const follow = useEffectEvent(({ preferences }: PreferenceEvents["preferences.changed"]) => {
    show({ theme: preferences.theme, locale: preferences.locale ?? undefined });
    const same =
      preferences.density === density &&
      preferences.timeFormat === timeFormat &&
      (preferences.locale ?? locale) === locale;
    if (!same) router.refresh();
  });
  useEffect(
    () =>
      connection?.onEvent((name, data) => {
        if (name === "preferences.changed") follow(data as PreferenceEvents["preferences.changed"]);
      }),
    [connection],
  );
}
