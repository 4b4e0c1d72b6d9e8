"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { useDeferredSearch } from "@/components/use-deferred-search";
import { trpc } from "@/trpc/react";

/** People whose names contain what is being typed, asked for once the typing pauses. */
export function usePeopleSearch(query: string) {
  const settled = useDeferredSearch(query);
  return trpc.users.search.useQuery({ query: settled }, { placeholderData: keepPreviousData });
}
