import { requireConversation } from "@/features/conversations/server/access";
import type { ActorContext } from "@/server/context";
import type { MessagePage } from "../dto";
import type { ListMessagesInput } from "../input";
import { readLine } from "./read-line";

/**
 * A page of a conversation's main line, oldest first: the newest messages, or those before, after or
 * around a `seq`. Throws NOT_FOUND.
 */
export async function listMessages(ctx: ActorContext, input: ListMessagesInput): Promise<MessagePage> {
  // The snapshot's revision is read before its messages: a change between the two is fetched twice, never missed.
  const { id: conversationId, revision } = await requireConversation(ctx, input.conversationId);
  return readLine({ conversationId, threadRootId: null, revision }, input);
}
