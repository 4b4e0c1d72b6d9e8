"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useMinute } from "@/components/use-minute";
import { usePresence } from "./use-presence";

/** What a person says of themselves, else whether they are here or when they last were. */
export function PresenceLine({ userId }: { userId: string }) {
  const t = useTranslations("presence");
  const states = useTranslations("common.presence");
  const format = useFormatter();
  const minute = useMinute();
  const presence = usePresence(userId);
  if (!presence) return null;
  const { status, state, lastSeenAt } = presence;
  if (status) {
    return (
      <bdi>
        {status.emoji} {status.text}
      </bdi>
    );
  }
  if (state === null) return null;
  if (state !== "offline" || !lastSeenAt || minute === null) return states(state);
  const then = Math.floor(Date.parse(lastSeenAt) / 60_000) * 60_000;
  const now = Math.max(minute * 60_000, then);
  return t("lastSeen", { when: format.relativeTime(then, { now, style: "long" }) });
}
