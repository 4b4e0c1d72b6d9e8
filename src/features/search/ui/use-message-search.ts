"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { useLocalTimeZone } from "@/components/use-local-time-zone";
import { trpc } from "@/trpc/react";
import { useKeptPages } from "@/trpc/use-kept-pages";
import type { SearchCursor } from "../dto";
import type { SearchAddress } from "../search-path";

/** The messages that an address asks for, page by page; what was found before stays until there is an answer. */
export function useMessageSearch({ query, order, conversationId }: SearchAddress) {
  const { client } = trpc.useUtils();
  const timeZone = useLocalTimeZone();
  const input = { query, order, timeZone, conversationId: conversationId ?? undefined };
  const pages = useInfiniteQuery({
    queryKey: getQueryKey(trpc.search.messages, input, "infinite"),
    queryFn: ({ pageParam: cursor }) => client.search.messages.query({ ...input, cursor }),
    initialPageParam: null as SearchCursor | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    enabled: query !== "",
    staleTime: 30_000,
  });
  return useKeptPages(pages);
}
