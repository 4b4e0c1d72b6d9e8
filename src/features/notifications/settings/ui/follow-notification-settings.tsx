"use client";

import { useEffect, useRef } from "react";
import { useChannel } from "@/components/listen";
import { settleMs } from "@/features/settings/ui/settle-ms";
import { userChannel } from "@/features/users/channels";
import { trpc } from "@/trpc/react";
import type { NotificationEvents } from "../../events";

/** Keeps the account's page on notifications true, whatever is chosen on other devices. Shows nothing. */
export function FollowNotificationSettings({ userId }: { userId: string }) {
  const { notifications, settings } = trpc.useUtils();
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(settling.current), []);
  const readAnew = () => {
    void notifications.settings.get.invalidate();
    void settings.public.invalidate();
  };
  useChannel(
    userChannel(userId),
    (name, data) => {
      if (name === "notification-settings.changed") {
        const { settings: chosen } = data as NotificationEvents["notification-settings.changed"];
        notifications.settings.get.setData(undefined, chosen);
      }
      if (name === "settings.changed") {
        clearTimeout(settling.current);
        settling.current = setTimeout(readAnew, settleMs());
      }
    },
    readAnew,
  );
  return null;
}
