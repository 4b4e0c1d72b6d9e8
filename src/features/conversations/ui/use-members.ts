"use client";

import { trpc } from "@/trpc/react";

/** A conversation's members, page by page; read anew when somebody joins or leaves. */
export function useMembers(conversationId: string, enabled = true) {
  const query = trpc.conversations.members.useInfiniteQuery(
    { conversationId },
    { getNextPageParam: (page) => page.nextCursor, staleTime: Number.POSITIVE_INFINITY, enabled },
  );
  return {
    ...query,
    members: query.data?.pages.flatMap((page) => page.members),
    total: query.data?.pages.at(-1)?.total,
  };
}
