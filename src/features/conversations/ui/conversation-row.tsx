"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { RelativeTime } from "@/components/relative-time";
import { cn } from "@/lib/cn";
import { unreadCount } from "../conversation-list";
import { conversationPath } from "../conversation-path";
import type { ConversationSummary } from "../dto";
import { ConversationAvatar } from "./conversation-avatar";
import { ConversationLink } from "./conversation-link";

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
  const unread = unreadCount(conversation);
  return (
    <ConversationLink
      href={conversationPath(conversation.id)}
      data-conversation={conversation.id}
      aria-current={current ? "page" : undefined}
      tabIndex={tabbable ? 0 : -1}
      onPointerEnter={() => onApproach(conversation.id)}
      onFocus={() => onApproach(conversation.id)}
      className={cn(
        "mx-2 flex h-15 items-center gap-3 rounded-lg px-2 transition-colors hover:bg-sidebar-accent/60",
        current && "bg-sidebar-accent text-sidebar-accent-foreground hover:bg-sidebar-accent",
      )}
    >
      <ConversationAvatar conversation={conversation} name={name} />
      <span className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-0.5">
        <span className="flex items-baseline gap-2">
          <bdi className={cn("truncate text-sm", unread > 0 ? "font-bold" : "font-medium")}>{name}</bdi>
          <RelativeTime
            value={conversation.lastActivityAt}
            className="ms-auto shrink-0 text-muted-foreground text-xs tabular-nums"
          />
        </span>
        <span className="flex items-center gap-2">
          <Excerpt conversation={conversation} ownId={ownId} unread={unread > 0} />
          {unread > 0 && (
            <span className="ms-auto flex h-5 min-w-5 shrink-0 items-center justify-center rounded-full bg-unread px-1.5 font-semibold text-unread-foreground text-xs tabular-nums">
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
  const author =
    lastMessage?.author.id === ownId ? t("you") : kind === "group" ? lastMessage?.author.displayName : null;
  return (
    <span
      className={cn(
        "truncate text-[0.8125rem]",
        unread ? "font-medium text-foreground" : "text-muted-foreground",
      )}
    >
      {lastMessage ? (
        <>
          {author && (
            <>
              <bdi>{author}</bdi>:{" "}
            </>
          )}
          <bdi>{lastMessage.excerpt}</bdi>
        </>
      ) : (
        t("noMessages")
      )}
    </span>
  );
}
