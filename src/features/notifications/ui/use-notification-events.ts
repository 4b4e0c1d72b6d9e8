"use client";

import { useEffect, useRef } from "react";
import { useLive } from "@/features/messages/ui/live-context";
import { settleMs } from "@/features/settings/ui/settle-ms";
import { userChannel } from "@/features/users/channels";
import { trpc } from "@/trpc/react";
import type { NotificationEvents } from "../events";

/** After any of these something may be read, unread or gone: the server is asked, which knows. */
const changing = new Set([
  "notification.created",
  "notifications.read",
  "read-marker.moved",
  "conversations.read",
  "thread-marker.moved",
  "conversation.removed",
  "membership.changed",
]);

/** Events come in bursts; one question answers them all. */
const gatherMs = 150;

/** Keeps the badge and the centre as the server knows them, and the settings of the person and of the instance. */
export function useNotificationEvents(): void {
  const utils = trpc.useUtils();
  const { connection, account } = useLive();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (!connection) return;
    const renew = () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        void utils.notifications.countUnread.invalidate();
        void utils.notifications.list.invalidate();
        void utils.notifications.banners.invalidate();
      }, gatherMs);
    };
    const renewSettings = () => {
      void utils.notifications.settings.get.invalidate();
      void utils.settings.public.invalidate();
    };
    // What was told before this channel was listened to, or while it was not, is told to nobody.
    const stopListening = connection.listen(userChannel(account.id), (name) => {
      if (name !== "pusher:subscription_succeeded") return;
      renew();
      renewSettings();
    });
    const stop = connection.onEvent((name, data) => {
      if (name === "notification-settings.changed") {
        const { settings } = data as NotificationEvents["notification-settings.changed"];
        utils.notifications.settings.get.setData(undefined, settings);
      }
      if (name === "settings.changed") {
        clearTimeout(settling.current);
        settling.current = setTimeout(renewSettings, settleMs());
      }
      const deleted =
        name === "message.changed" && (data as { message?: { deletedAt: unknown } }).message?.deletedAt;
      if (changing.has(name) || deleted) renew();
    });
    return () => {
      clearTimeout(timer.current);
      clearTimeout(settling.current);
      stopListening();
      stop();
    };
  }, [connection, account.id, utils]);
}
