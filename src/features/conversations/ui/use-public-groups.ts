"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { trpc } from "@/trpc/react";
import type { RouterOutputs } from "@/trpc/root";
import { useKeptPages } from "@/trpc/use-kept-pages";

type Cursor = RouterOutputs["conversations"]["browse"]["nextCursor"];

/** The public groups in whose name the query occurs, page by page; read anew each time they are shown. */
export function usePublicGroups(query: string) {
  const { client } = trpc.useUtils();
  const found = useInfiniteQuery({
    queryKey: getQueryKey(trpc.conversations.browse, { query }, "infinite"),
    queryFn: ({ pageParam: cursor }) => client.conversations.browse.query({ query, cursor }),
    initialPageParam: null as Cursor,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const pages = useKeptPages(found);
  return { ...pages, groups: pages.data?.pages.flatMap((page) => page.groups) };
}
