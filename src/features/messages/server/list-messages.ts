import { gt, gte, lt } from "drizzle-orm";
import { requireConversation } from "@/features/conversations/server/access";
import type { ActorContext } from "@/server/context";
import { messages } from "@/server/db/schema/messages";
import type { MessagePage } from "../dto";
import type { ListMessagesInput } from "../input";
import { queryMessages } from "./queries";

/**
 * A page of a conversation's history, oldest first: the newest messages, or those before, after or
 * around a `seq`. Throws NOT_FOUND.
 */
export async function listMessages(ctx: ActorContext, input: ListMessagesInput): Promise<MessagePage> {
  const { conversationId, before, after, around, limit } = input;
  // The snapshot's revision is read before its messages: a change between the two is fetched twice, never missed.
  const { revision } = await requireConversation(ctx, conversationId);

  if (after !== undefined) {
    const rows = await queryMessages(conversationId, gt(messages.seq, after), "oldest first", limit + 1);
    return { messages: rows.slice(0, limit), hasOlder: after > 0, hasNewer: rows.length > limit, revision };
  }
  if (around !== undefined) {
    const half = Math.ceil(limit / 2);
    const [older, newer] = await Promise.all([
      queryMessages(conversationId, lt(messages.seq, around), "newest first", half + 1),
      queryMessages(conversationId, gte(messages.seq, around), "oldest first", half + 1),
    ]);
    return {
      messages: [...older.slice(0, half).reverse(), ...newer.slice(0, half)],
      hasOlder: older.length > half,
      hasNewer: newer.length > half,
      revision,
    };
  }
  const rows = await queryMessages(
    conversationId,
    before === undefined ? undefined : lt(messages.seq, before),
    "newest first",
    limit + 1,
  );
  return {
    messages: rows.slice(0, limit).reverse(),
    hasOlder: rows.length > limit,
    hasNewer: before !== undefined,
    revision,
  };
}
