"use client";

import { ArchiveIcon, BellOffIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { RelativeTime } from "@/components/relative-time";
import { useMinute } from "@/components/use-minute";
import { usePersonName } from "@/components/use-person-name";
import { cn } from "@/lib/cn";
import { isSilent, unreadCount } from "../conversation-list";
import { conversationPath } from "../conversation-path";
import type { ConversationSummary } from "../dto";
import { ConversationAvatar } from "./conversation-avatar";
import { ConversationLink } from "./conversation-link";
import { useSystemText } from "./use-system-text";

type Props = {
  conversation: ConversationSummary;
  name: string;
  ownId: string;
  current: boolean;
  tabbable: boolean;
  onApproach: (conversationId: string) => void;
};

/** A conversation in the list: who, the newest words, when, and how much is unread. */
export const ConversationRow = memo(function ConversationRow({
  conversation,
  name,
  ownId,
  current,
  tabbable,
  onApproach,
}: Props) {
  const t = useTranslations("conversations");
  const list = useTranslations("groups.list");
  const unread = unreadCount(conversation);
  const minute = useMinute();
  const silent = isSilent(conversation, (minute ?? 0) * 60_000);
  const loud = unread > 0 && !silent;
  return (
    <ConversationLink
      href={conversationPath(conversation.id)}
      data-conversation={conversation.id}
      aria-current={current ? "page" : undefined}
      tabIndex={tabbable ? 0 : -1}
      onPointerEnter={() => onApproach(conversation.id)}
      onFocus={() => onApproach(conversation.id)}
      className={cn(
        "mx-2 flex h-15 compact:h-11 items-center gap-3 rounded-lg px-2 transition-colors hover:bg-sidebar-accent/60",
        current && "bg-sidebar-accent text-sidebar-accent-foreground hover:bg-sidebar-accent",
      )}
    >
      <ConversationAvatar conversation={conversation} name={name} />
      <span className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-0.5 compact:gap-0">
        <span className="flex items-baseline gap-2">
          <bdi className={cn("truncate text-sm", loud ? "font-bold" : "font-medium")}>{name}</bdi>
          {silent && (
            <BellOffIcon
              role="img"
              aria-label={list("muted")}
              className="size-3.5 shrink-0 text-muted-foreground"
            />
          )}
          {conversation.archivedAt && (
            <ArchiveIcon
              role="img"
              aria-label={list("archived")}
              className="size-3.5 shrink-0 text-muted-foreground"
            />
          )}
          <RelativeTime
            value={conversation.lastActivityAt}
            className="ms-auto shrink-0 text-muted-foreground text-xs tabular-nums"
          />
        </span>
        <span className="flex items-center gap-2">
          <Excerpt conversation={conversation} ownId={ownId} unread={loud} />
          {unread > 0 && (
            <span
              className={cn(
                "ms-auto flex h-5 min-w-5 shrink-0 items-center justify-center rounded-full px-1.5 font-semibold text-xs tabular-nums",
                silent ? "bg-secondary text-secondary-foreground" : "bg-unread text-unread-foreground",
              )}
            >
              <span aria-hidden="true">{unread > 99 ? "99+" : unread}</span>
              <span className="sr-only">{t("unread", { count: unread })}</span>
            </span>
          )}
        </span>
      </span>
    </ConversationLink>
  );
});

function Excerpt({
  conversation: { kind, lastMessage },
  ownId,
  unread,
}: {
  conversation: ConversationSummary;
  ownId: string;
  unread: boolean;
}) {
  const t = useTranslations("conversations");
  const systemText = useSystemText(ownId);
  const nameOf = usePersonName();
  const author =
    lastMessage?.author.id === ownId
      ? t("you")
      : kind === "group" && lastMessage
        ? nameOf(lastMessage.author)
        : null;
  return (
    <span
      className={cn(
        "truncate text-[0.8125rem]",
        unread ? "font-medium text-foreground" : "text-muted-foreground",
      )}
    >
      {lastMessage?.system ? (
        <bdi>{systemText(lastMessage.system, lastMessage.author)}</bdi>
      ) : lastMessage ? (
        <>
          {author && (
            <>
              <bdi>{author}</bdi>:{" "}
            </>
          )}
          <bdi>{lastMessage.deleted ? t("deleted") : lastMessage.excerpt}</bdi>
        </>
      ) : (
        t("noMessages")
      )}
    </span>
  );
}
