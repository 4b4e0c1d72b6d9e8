"use client";

import type { CursorStack } from "@/components/data-table/use-cursor-stack";
import { useProblem } from "./use-problem";

/**
 * What a data table has to know of the page that it shows: whether it is being read, what went wrong, and which way
 * leads on.
 * @param pages where the reader is in the list
 * @param read the query of that page
 * @param failed says that the list could not be read
 */
export function useTablePage<Cursor>(
  { page, goOn, goBack }: CursorStack<Cursor>,
  read: {
    data: { nextCursor: Cursor | null } | undefined;
    error: unknown;
    isPlaceholderData: boolean;
    refetch: () => unknown;
  },
  failed: string,
) {
  const problemOf = useProblem();
  const { data, error, isPlaceholderData, refetch } = read;
  const problem = error && !data ? problemOf(error) : undefined;
  const next = data?.nextCursor ?? null;
  return {
    refreshing: isPlaceholderData,
    problem: problem && {
      title: failed,
      description: problem.text,
      requestId: problem.requestId,
      onRetry: () => void refetch(),
    },
    paging: {
      page,
      onPrevious: page > 1 ? goBack : undefined,
      onNext: next === null ? undefined : () => goOn(next),
    },
  };
}
