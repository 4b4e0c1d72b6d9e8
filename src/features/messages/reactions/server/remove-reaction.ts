import { and, eq } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { messageReactions } from "@/server/db/schema/messages";
import { transaction } from "@/server/db/transaction";
import type { Message } from "../../dto";
import { requireLivingMessageForChange } from "../../server/access";
import { changeMessage } from "../../server/change-message";
import type { ReactionInput } from "../input";

/** Takes the actor's reaction back; one that is not there changes nothing. Throws NOT_FOUND or MESSAGE_DELETED. */
export async function removeReaction(ctx: ActorContext, input: ReactionInput): Promise<Message> {
  return transaction(ctx, async (tx) => {
    const { message } = await requireLivingMessageForChange(ctx, input, tx.db);
    const removed = await tx.db
      .delete(messageReactions)
      .where(
        and(
          eq(messageReactions.messageId, message.id),
          eq(messageReactions.userId, ctx.actor.id),
          eq(messageReactions.emoji, input.emoji),
        ),
      )
      .returning({ emoji: messageReactions.emoji });
    return removed.length === 0 ? message : changeMessage(tx, message);
  });
}
