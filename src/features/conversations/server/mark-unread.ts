import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { Membership } from "../dto";
import { requireConversation } from "./access";
import { changeMembership } from "./change-membership";

/**
 * Shows everything from `seq` on as unread until the conversation is read again. The read marker, and so
 * what others see as read, stays. Throws NOT_FOUND, also for a `seq` that is not there yet.
 */
export async function markUnread(
  ctx: ActorContext,
  input: { conversationId: string; seq: number },
): Promise<Membership> {
  const { conversationId, seq } = input;
  return transaction(ctx, async (tx) => {
    const { lastSeq } = await requireConversation(ctx, conversationId, tx.db);
    if (seq > lastSeq) throw new AppError("NOT_FOUND");
    return changeMembership(tx, conversationId, ctx.actor.id, { unreadFromSeq: seq });
  });
}
