"use client";

import { BellIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Spinner } from "@/components/ui/spinner";
import { trpc } from "@/trpc/react";
import { countedNotifications } from "../dto";
import { useAlerts } from "./use-alerts";
import { useNotificationEvents } from "./use-notification-events";

const NotificationCentre = dynamic(() => import("./notification-centre").then((m) => m.NotificationCentre), {
  ssr: false,
  loading: () => <Spinner className="mx-auto my-10" />,
});

/** How much waits, and the way to it. While it is on a page, the page disturbs the person as they want it. */
export function NotificationBell() {
  const t = useTranslations("notifications");
  const [open, setOpen] = useState(false);
  const count = trpc.notifications.countUnread.useQuery().data ?? 0;
  useNotificationEvents();
  useAlerts();
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button
          variant="ghost"
          size="icon"
          className="relative"
          aria-label={count > 0 ? t("bellUnread", { count }) : t("title")}
          title={t("title")}
        >
          <BellIcon aria-hidden="true" />
          {count > 0 && (
            <span
              aria-hidden="true"
              className="absolute -end-0.5 -top-0.5 min-w-4.5 rounded-full bg-unread px-1 text-center font-semibold text-[0.6875rem] text-unread-foreground leading-4.5"
            >
              {count > countedNotifications ? `${countedNotifications}+` : count}
            </span>
          )}
        </Button>
      </PopoverTrigger>
      <PopoverContent
        align="start"
        collisionPadding={8}
        aria-label={t("title")}
        className="w-[min(26rem,calc(100vw-1rem))] p-0"
      >
        <NotificationCentre onClose={() => setOpen(false)} />
      </PopoverContent>
    </Popover>
  );
}
