"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { SearchIcon, SearchXIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { EmptyState } from "@/components/empty-state";
import { SubmitButton } from "@/components/submit-button";
import { Skeleton } from "@/components/ui/skeleton";
import { useConversationList } from "@/features/conversations/ui/use-conversation-list";
import { useConversationName } from "@/features/conversations/ui/use-conversation-name";
import { trpc } from "@/trpc/react";
import { parseQuery } from "../parse-query";
import type { SearchAddress } from "../search-path";
import { MessageHits } from "./message-hits";
import { NameHits } from "./name-hits";
import { SearchProblem } from "./search-problem";
import { useMessageSearch } from "./use-message-search";

/** What an address finds: people and groups by name, and messages. */
export function SearchResults({ address, ownId }: { address: SearchAddress; ownId: string }) {
  const t = useTranslations("search");
  const nameOf = useConversationName(ownId);
  const { data: list } = useConversationList();
  const names = useMemo(
    () => new Map(list?.conversations.map((conversation) => [conversation.id, nameOf(conversation)])),
    [list, nameOf],
  );
  const pages = useMessageSearch(address);
  const words = nameWords(address);
  const targets = trpc.search.jumpTargets.useQuery(
    { query: words },
    { enabled: words !== "", placeholderData: keepPreviousData, staleTime: 30_000 },
  );
  const named = words === "" ? undefined : targets.data;
  const hits = pages.data?.pages.flatMap((page) => page.hits);
  const corrected = pages.data?.pages[0]?.correctedQuery;
  const anyNames = named !== undefined && named.people.length + named.groups.length > 0;

  if (address.query === "") {
    return (
      <EmptyState icon={SearchIcon} title={t("begin")} description={t("beginMeaning")} className="flex-1" />
    );
  }
  return (
    <div aria-busy={pages.isFetching} className="grid grid-cols-[minmax(0,1fr)] gap-5 px-1 pb-6 md:px-3">
      {anyNames && <NameHits {...named} />}
      <section aria-label={t("messages")} className="min-w-0">
        <h3 className="px-3 pb-1 font-medium text-muted-foreground text-xs">{t("messages")}</h3>
        {corrected && (
          <p role="status" className="px-3 pb-2 text-sm">
            {t.rich("corrected", {
              asked: address.query,
              meant: corrected,
              b: (chunks) => <bdi className="font-semibold">{chunks}</bdi>,
            })}
          </p>
        )}
        {pages.error ? (
          <SearchProblem error={pages.error} onRetry={() => void pages.refetch()} />
        ) : !hits ? (
          <LoadingHits label={t("searching")} />
        ) : hits.length === 0 ? (
          <EmptyState icon={SearchXIcon} title={t("none")} description={t("noneMeaning")} />
        ) : (
          <div className={pages.isPlaceholderData ? "opacity-60 transition-opacity" : undefined}>
            <MessageHits hits={hits} conversationName={(id) => names.get(id) ?? null} />
          </div>
        )}
        <p role="status" className="sr-only">
          {hits && !pages.isPlaceholderData && t("found", { count: hits.length })}
        </p>
        {pages.hasNextPage && (
          <div className="flex justify-center py-3">
            <SubmitButton
              variant="outline"
              pending={pages.isFetchingNextPage}
              pendingText={t("searching")}
              onClick={() => void pages.fetchNextPage()}
            >
              {t("more")}
            </SubmitButton>
          </div>
        )}
      </section>
    </div>
  );
}

/** The words of a search that could be a name; nothing where operators or a place narrow it to messages. */
function nameWords({ query, conversationId }: SearchAddress): string {
  const { terms, from, before, after, hasLink, isPinned, ...rest } = parseQuery(query);
  const narrowed =
    conversationId || before || after || hasLink || isPinned || from.length + rest.in.length > 0;
  if (narrowed) return "";
  return terms.flatMap(({ text, negated }) => (negated ? [] : [text])).join(" ");
}

function LoadingHits({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="grid gap-4 px-3 py-2">
      {[0, 1, 2, 3].map((row) => (
        <div key={row} className="flex gap-3">
          <Skeleton className="size-9 rounded-full" />
          <div className="grid flex-1 gap-2">
            <Skeleton className="h-4 w-40" />
            <Skeleton className="h-4 w-full max-w-md" />
          </div>
        </div>
      ))}
    </div>
  );
}
