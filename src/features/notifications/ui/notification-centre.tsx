"use client";

import { getQueryKey } from "@trpc/react-query";
import { BellIcon, CheckCheckIcon, SettingsIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { trpc } from "@/trpc/react";
import { usePages } from "@/trpc/use-pages";
import { useProblem } from "@/trpc/use-problem";
import type { Notification } from "../dto";
import { BroadcastItem } from "./broadcast-item";
import { NotificationItem } from "./notification-item";
import { notificationListInput } from "./notification-list-input";
import { PauseMenu } from "./pause-menu";

/** Everything that concerned the person, the latest first. */
export function NotificationCentre({ onClose }: { onClose: () => void }) {
  const t = useTranslations("notifications");
  const problem = useProblem();
  const unread = trpc.notifications.countUnread.useQuery().data ?? 0;
  const utils = trpc.useUtils();
  const pages = usePages(
    getQueryKey(trpc.notifications.list, notificationListInput, "infinite"),
    utils.client.notifications.list.query,
    notificationListInput,
  );
  const outcome = {
    onSettled: () => {
      void utils.notifications.countUnread.invalidate();
      void utils.notifications.list.invalidate();
      void utils.notifications.banners.invalidate();
    },
    onError: (error: unknown) => void notify("error", problem(error).text),
  };
  const markRead = trpc.notifications.markRead.useMutation(outcome);
  const markAllRead = trpc.notifications.markAllRead.useMutation(outcome);
  const open = ({ id, read }: Notification) => {
    if (!read) markRead.mutate({ ids: [id] });
    onClose();
  };
  const notifications = pages.data?.pages.flatMap((page) => page.notifications);
  return (
    <div className="flex max-h-[min(36rem,calc(100dvh-5rem))] flex-col">
      <header className="flex items-center gap-1 border-b py-2 ps-4 pe-2">
        <h2 className="min-w-0 flex-1 truncate font-semibold">{t("title")}</h2>
        <Button
          variant="ghost"
          size="icon"
          aria-label={t("markAllRead")}
          title={t("markAllRead")}
          disabled={unread === 0 || markAllRead.isPending}
          onClick={() => markAllRead.mutate()}
        >
          <CheckCheckIcon aria-hidden="true" />
        </Button>
        <PauseMenu />
        <Button variant="ghost" size="icon" asChild>
          <a href="/account/notifications" aria-label={t("openSettings")} title={t("openSettings")}>
            <SettingsIcon aria-hidden="true" />
          </a>
        </Button>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto p-1.5">
        {pages.error ? (
          <ErrorState
            title={t("failed")}
            description={problem(pages.error).text}
            onRetry={() => void pages.refetch()}
          />
        ) : !notifications ? (
          <Spinner className="mx-auto my-10" />
        ) : notifications.length === 0 ? (
          <EmptyState icon={BellIcon} title={t("none")} description={t("noneMeaning")} />
        ) : (
          <ul className="grid gap-0.5">
            {notifications.map((notification) => (
              <li key={notification.id}>
                {notification.kind === "broadcast" ? (
                  <BroadcastItem
                    notification={notification}
                    onRead={(id) => markRead.mutate({ ids: [id] })}
                  />
                ) : (
                  <NotificationItem notification={notification} onOpen={open} />
                )}
              </li>
            ))}
          </ul>
        )}
        {pages.hasNextPage && (
          <Button
            variant="outline"
            className="m-2 w-[calc(100%-1rem)]"
            disabled={pages.isFetching}
            onClick={() => void pages.fetchNextPage()}
          >
            {t("more")}
          </Button>
        )}
      </div>
    </div>
  );
}
