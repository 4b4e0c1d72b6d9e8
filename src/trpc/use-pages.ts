"use client";

import { type QueryKey, useInfiniteQuery } from "@tanstack/react-query";
import { useKeptPages } from "./use-kept-pages";

/**
 * A keyset-paged list, page by page, read anew each time it is shown. tRPC's own hook adds a field to the
 * input that strict inputs refuse.
 */
export function usePages<Input extends { cursor?: unknown }, Page extends { nextCursor: unknown }>(
  queryKey: QueryKey,
  query: (input: Input) => Promise<Page>,
  input: Omit<Input, "cursor">,
) {
  const pages = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam: cursor }) => query({ ...input, cursor } as Input),
    initialPageParam: null as Page["nextCursor"] | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });
  return useKeptPages(pages);
}
