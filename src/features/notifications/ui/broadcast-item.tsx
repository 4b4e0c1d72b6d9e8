"use client";

import { MegaphoneIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { RelativeTime } from "@/components/relative-time";
import { Button } from "@/components/ui/button";
import { usePersonName } from "@/components/use-person-name";
import { cn } from "@/lib/cn";
import type { BroadcastNotification } from "../dto";

/** A system message in the centre, whole: there is nothing else that it leads to. */
export function BroadcastItem({
  notification,
  onRead,
}: {
  notification: BroadcastNotification;
  onRead: (id: string) => void;
}) {
  const personName = usePersonName();
  const t = useTranslations("notifications");
  const { id, actor, broadcast, occurredAt, read } = notification;
  return (
    <article
      aria-label={broadcast.title}
      className={cn("flex gap-3 rounded-md px-3 py-2.5", read && "text-muted-foreground")}
    >
      <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-primary text-primary-foreground">
        <MegaphoneIcon aria-hidden="true" className="size-4" />
      </span>
      <div className="grid min-w-0 flex-1 gap-1">
        <p className={cn("wrap-anywhere text-sm", !read && "font-medium")} dir="auto">
          {broadcast.title}
        </p>
        <p className="wrap-anywhere whitespace-pre-wrap text-muted-foreground text-sm" dir="auto">
          {broadcast.body}
        </p>
        <p className="text-muted-foreground text-xs">
          {t("broadcast.from", { name: personName(actor) })} · <RelativeTime value={occurredAt} />
        </p>
        {!read && (
          <Button
            variant="outline"
            size="sm"
            className="mt-1 justify-self-start"
            aria-label={t("broadcast.readNamed", { title: broadcast.title })}
            onClick={() => onRead(id)}
          >
            {t("broadcast.read")}
          </Button>
        )}
      </div>
      {!read && (
        <span className="mt-1.5 size-2 shrink-0 rounded-full bg-unread">
          <span className="sr-only">{t("unread")}</span>
        </span>
      )}
    </article>
  );
}
