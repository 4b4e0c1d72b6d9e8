"use client";

import { AtSignIcon, MessagesSquareIcon, ReplyIcon, SmileIcon, UsersIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { RelativeTime } from "@/components/relative-time";
import { usePersonName } from "@/components/use-person-name";
import { UserAvatar } from "@/components/user-avatar";
import { ConversationLink } from "@/features/conversations/ui/conversation-link";
import { cn } from "@/lib/cn";
import type { ConversationNotification } from "../dto";
import { notificationPath } from "../notification-path";
import { useNotificationText } from "./use-notification-text";

const icons: Record<ConversationNotification["kind"], typeof AtSignIcon> = {
  mention: AtSignIcon,
  reply: ReplyIcon,
  thread_reply: MessagesSquareIcon,
  reaction: SmileIcon,
  added: UsersIcon,
};

/** One notification; it leads to what it tells of. */
export function NotificationItem({
  notification,
  onOpen,
}: {
  notification: ConversationNotification;
  onOpen: (notification: ConversationNotification) => void;
}) {
  const personName = usePersonName();
  const t = useTranslations("notifications");
  const text = useNotificationText();
  const { kind, actor, message, occurredAt, read } = notification;
  const Icon = icons[kind];
  return (
    <ConversationLink
      href={notificationPath(notification)}
      onClick={() => onOpen(notification)}
      className={cn(
        "flex gap-3 rounded-md px-3 py-2.5 outline-none hover:bg-accent focus-visible:bg-accent focus-visible:ring-2 focus-visible:ring-ring",
        read && "text-muted-foreground",
      )}
    >
      <span className="relative shrink-0 self-start">
        <UserAvatar id={actor.id} name={personName(actor)} />
        <span className="absolute -end-1 -bottom-1 flex size-4.5 items-center justify-center rounded-full border bg-popover text-foreground">
          <Icon aria-hidden="true" className="size-2.5" strokeWidth={2.5} />
        </span>
      </span>
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className={cn("line-clamp-2 text-sm", !read && "font-medium")} dir="auto">
          {text(notification)}
        </span>
        {message && (
          <span className="wrap-break-word line-clamp-2 text-muted-foreground text-sm" dir="auto">
            {message.excerpt}
          </span>
        )}
        <RelativeTime value={occurredAt} className="text-muted-foreground text-xs" />
      </span>
      {!read && (
        <span className="mt-1.5 size-2 shrink-0 rounded-full bg-unread">
          <span className="sr-only">{t("unread")}</span>
        </span>
      )}
    </ConversationLink>
  );
}
