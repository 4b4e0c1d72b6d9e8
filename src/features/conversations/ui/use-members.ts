"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { trpc } from "@/trpc/react";
import { useKeptPages } from "@/trpc/use-kept-pages";
import type { MemberPage } from "../dto";

/** A conversation's members, page by page; read anew when somebody joins or leaves. */
export function useMembers(conversationId: string, enabled = true) {
  const { client } = trpc.useUtils();
  const query = useInfiniteQuery({
    queryKey: getQueryKey(trpc.conversations.members, { conversationId }, "infinite"),
    queryFn: ({ pageParam: cursor }) => client.conversations.members.query({ conversationId, cursor }),
    initialPageParam: null as MemberPage["nextCursor"],
    getNextPageParam: (page) => page.nextCursor,
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
  });
  const pages = useKeptPages(query);
  return {
    ...pages,
    members: pages.data?.pages.flatMap((page) => page.members),
    total: pages.data?.pages.at(-1)?.total,
  };
}
