"use client";

import { HashIcon, MessagesSquareIcon, SearchIcon, SquarePenIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from "react";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { favouritesFirst, unreadCount } from "../conversation-list";
import { filterConversations } from "../filter-conversations";
import { ConversationListSkeleton } from "./conversation-list-skeleton";
import { ConversationRows } from "./conversation-rows";
import { MarkAllRead } from "./mark-all-read";
import { useConversationList } from "./use-conversation-list";
import { useConversationName } from "./use-conversation-name";

type Props = {
  header: ReactNode;
  ownId: string;
  currentId: string | null;
  onApproach: (conversationId: string) => void;
  onNewMessage: () => void;
  onBrowseGroups: () => void;
};

/** The list of conversations under its header, with a filter and the ways to start another one. */
export function ConversationListPane({
  header,
  ownId,
  currentId,
  onApproach,
  onNewMessage,
  onBrowseGroups,
}: Props) {
  const t = useTranslations("conversations");
  const list = useConversationList();
  const nameOf = useConversationName(ownId);
  const [query, setQuery] = useState("");
  const pane = useRef<HTMLDivElement>(null);
  const all = list.data?.conversations;
  const shown = useMemo(
    () => favouritesFirst(filterConversations(all ?? [], query, nameOf)),
    [all, query, nameOf],
  );
  const anyUnread = all?.some((conversation) => unreadCount(conversation) > 0);

  const onFilterKeyDown = (event: KeyboardEvent) => {
    const first = pane.current?.querySelector<HTMLElement>("[data-conversation]");
    if (event.key === "Escape" && query) setQuery("");
    else if (event.key === "ArrowDown") first?.focus();
    else if (event.key === "Enter" && query) first?.click();
    else return;
    event.preventDefault();
  };

  return (
    <div ref={pane} className="flex min-h-0 flex-1 flex-col">
      {header}
      <div className="flex items-center gap-1 px-3 pt-3 pb-2">
        <div className="relative min-w-0 flex-1">
          <SearchIcon
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 start-2.5 my-auto size-4 text-muted-foreground"
          />
          <Input
            type="search"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={onFilterKeyDown}
            aria-label={t("filter")}
            placeholder={t("filterPlaceholder")}
            className="h-8 bg-background ps-8"
          />
        </div>
        {anyUnread && <MarkAllRead />}
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t("browse.open")}
          title={t("browse.open")}
          onClick={onBrowseGroups}
        >
          <HashIcon aria-hidden="true" />
        </Button>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label={t("new.open")}
          title={t("new.open")}
          onClick={onNewMessage}
        >
          <SquarePenIcon aria-hidden="true" />
        </Button>
      </div>
      {list.isPending ? (
        <ConversationListSkeleton />
      ) : !all ? (
        <ErrorState
          title={t("failed")}
          description={t("failedDescription")}
          onRetry={() => void list.refetch()}
        />
      ) : all.length === 0 ? (
        <EmptyState
          icon={MessagesSquareIcon}
          title={t("empty.title")}
          description={t("empty.description")}
          className="flex-1"
        >
          <Button onClick={onNewMessage}>{t("empty.start")}</Button>
        </EmptyState>
      ) : shown.length === 0 ? (
        <EmptyState
          icon={SearchIcon}
          title={t("noneFound.title")}
          description={t("noneFound.description")}
          className="flex-1"
        >
          <Button variant="outline" onClick={() => setQuery("")}>
            {t("noneFound.clear")}
          </Button>
        </EmptyState>
      ) : (
        <ConversationRows
          conversations={shown}
          currentId={currentId}
          ownId={ownId}
          nameOf={nameOf}
          onApproach={onApproach}
        />
      )}
    </div>
  );
}
