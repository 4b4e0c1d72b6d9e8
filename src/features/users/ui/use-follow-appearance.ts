"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useAppearance } from "@/components/appearance";
import { useChannel } from "@/components/listen";
import { trpc } from "@/trpc/react";
import { userChannel } from "../channels";
import type { UserPreferences } from "../dto";
import type { PreferenceEvents } from "../events";

/** Knows and looks as the person chose on another device, at once. */
export function useFollowAppearance(userId: string): void {
  const { preferences } = trpc.useUtils().users;
  const { density, timeFormat, show } = useAppearance();
  const locale = useLocale();
  const router = useRouter();
  const follow = (chosen: UserPreferences) => {
    show({ theme: chosen.theme, locale: chosen.locale ?? undefined });
    const same =
      chosen.density === density && chosen.timeFormat === timeFormat && (chosen.locale ?? locale) === locale;
    if (!same) router.refresh();
  };
  useChannel(
    userChannel(userId),
    (name, data) => {
      if (name !== "preferences.changed") return;
      const { preferences: chosen } = data as PreferenceEvents["preferences.changed"];
      preferences.setData(undefined, chosen);
      follow(chosen);
    },
    () => {
      preferences.fetch(undefined, { staleTime: 0 }).then(follow, () => {
        // Not reached: the connection that is gone too says so by itself, and asks again.
      });
    },
  );
}
