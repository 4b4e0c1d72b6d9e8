import { caller, prefetcher } from "@/trpc/rsc";

/**
 * Reads the messages that a conversation opens with: its newest ones, or those around a `seq`. The client
 * holds either as the conversation's timeline.
 */
export async function readTimeline(conversationId: string, seq: number | null): Promise<void> {
  const { queryClient, messages } = await prefetcher();
  const { queryKey } = messages.list.queryOptions({ conversationId });
  const around = seq === null ? {} : { around: seq, limit: 100 };
  const queryFn = async () => (await caller()).messages.list({ conversationId, ...around });
  await queryClient.prefetchQuery({ queryKey, queryFn });
}
