"use client";

import { useOnDemand } from "@/components/use-on-demand";
import { trpc } from "@/trpc/react";
import { BellButton } from "./bell-button";
import { useAlerts } from "./use-alerts";
import { useNotificationEvents } from "./use-notification-events";

const load = () => import("./opened-bell").then((m) => m.OpenedBell);

/** How much waits, and the way to it. While it is on a page, the page disturbs the person as they want it. */
export function NotificationBell() {
  const count = trpc.notifications.countUnread.useQuery().data ?? 0;
  const { Opened, trigger } = useOnDemand(load);
  useNotificationEvents();
  useAlerts();
  return Opened ? <Opened count={count} /> : <BellButton count={count} {...trigger} />;
}
