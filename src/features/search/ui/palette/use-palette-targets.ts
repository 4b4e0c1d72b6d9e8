"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useDeferredSearch } from "@/components/use-deferred-search";
import { useAvailableCommands } from "@/features/commands/ui/use-commands";
import { unreadCount } from "@/features/conversations/conversation-list";
import type { ConversationSummary } from "@/features/conversations/dto";
import { useConversationList } from "@/features/conversations/ui/use-conversation-list";
import { useConversationName } from "@/features/conversations/ui/use-conversation-name";
import { trpc } from "@/trpc/react";
import { rankByName } from "../../rank-by-name";

const most = 8;
/** As many commands as stand below conversations while nothing is typed. */
const mostAtFirst = 6;

/** What a few letters may mean: own conversations (unread ones first), other people, groups to join, commands. */
export function usePaletteTargets(query: string, ownId: string) {
  const t = useTranslations("commands.names");
  const nameOf = useConversationName(ownId);
  const { data: list } = useConversationList();
  const available = useAvailableCommands();
  const settled = useDeferredSearch(query);
  const targets = trpc.search.jumpTargets.useQuery(
    { query: settled },
    { enabled: settled !== "", placeholderData: keepPreviousData, staleTime: 30_000 },
  );
  const all = list?.conversations;

  const conversations = useMemo(() => {
    const unreadFirst = (all ?? []).toSorted(
      (a, b) => Number(unreadCount(b) > 0) - Number(unreadCount(a) > 0),
    );
    const named = (c: ConversationSummary) => `${nameOf(c)} ${c.counterpart?.username ?? ""}`;
    return rankByName(unreadFirst, query, named).slice(0, most);
  }, [all, query, nameOf]);

  const typed = query.trim() !== "";
  const commands = rankByName(
    available.filter((id) => id !== "palette"),
    query,
    (id) => t(id),
  ).slice(0, typed ? most : mostAtFirst);

  const known = new Set(all?.map((c) => c.counterpart?.id));
  const found = typed && settled !== "" ? targets.data : undefined;
  return {
    conversations,
    commands,
    people: (found?.people ?? []).filter(({ id }) => !known.has(id)).slice(0, 5),
    groups: (found?.groups ?? []).filter(({ joined }) => !joined).slice(0, 5),
    nameOf,
  };
}
