"use client";

import { useEffect } from "react";
import { trpc } from "@/trpc/react";
import { withOlder } from "../../timeline";
import { useAttention } from "../use-attention";

/** An open thread: its first message, its replies, and the reading of them. */
export function useThread(conversationId: string, rootId: string) {
  const utils = trpc.useUtils();
  const input = { conversationId, rootId };
  const thread = trpc.messages.threads.get.useQuery(input);
  const replies = trpc.messages.threads.replies.useQuery(input, { staleTime: Number.POSITIVE_INFINITY });
  const { mutate: markRead } = trpc.messages.threads.markRead.useMutation();
  const follow = trpc.messages.threads.follow.useMutation();
  const unfollow = trpc.messages.threads.unfollow.useMutation();
  const attention = useAttention();
  const newest = replies.data?.messages.at(-1)?.seq ?? 0;
  const read = thread.data?.lastReadSeq;

  useEffect(() => {
    if (attention && read !== undefined && newest > read) markRead({ conversationId, rootId, seq: newest });
  }, [attention, read, newest, markRead, conversationId, rootId]);

  // What was read before it was last closed may have changed unseen.
  useEffect(() => {
    void utils.messages.threads.replies.invalidate({ conversationId, rootId });
  }, [utils, conversationId, rootId]);

  return {
    root: thread.data?.root,
    following: thread.data?.following ?? false,
    page: replies.data,
    /** Why there is nothing to show; what is shown stays where reading it anew fails. */
    error: (thread.data ? null : thread.error) ?? (replies.data ? null : replies.error),
    retry: () => void Promise.all([thread.refetch(), replies.refetch()]),
    async loadOlder() {
      const before = replies.data?.messages[0]?.seq;
      if (before === undefined) return;
      const page = await utils.client.messages.threads.replies.query({ ...input, before });
      utils.messages.threads.replies.setData(input, (held) => held && withOlder(held, page));
    },
    async toggleFollowing(following: boolean) {
      await (following ? follow : unfollow).mutateAsync(input);
      await utils.messages.threads.get.invalidate(input);
    },
  };
}
