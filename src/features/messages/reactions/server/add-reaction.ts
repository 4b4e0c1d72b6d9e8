import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { messageReactions } from "@/server/db/schema/messages";
import { transaction } from "@/server/db/transaction";
import type { Message } from "../../dto";
import { requireLivingMessageForChange } from "../../server/access";
import { changeMessage } from "../../server/change-message";
import { messageFollowUp } from "../../server/message-follow-up";
import type { ReactionInput } from "../input";
import { reactionLimit } from "../limits";

/**
 * Reacts with an emoji; the same again changes nothing.
 * Throws NOT_FOUND, MESSAGE_DELETED, or TOO_MANY_REACTIONS for one more emoji than a message holds.
 */
export async function addReaction(ctx: ActorContext, input: ReactionInput): Promise<Message> {
  return transaction(ctx, async (tx) => {
    const { message } = await requireLivingMessageForChange(ctx, input, tx.db);
    const isNew = !message.reactions.some((r) => r.emoji === input.emoji);
    if (isNew && message.reactions.length >= reactionLimit) {
      throw new AppError("TOO_MANY_REACTIONS", { maximum: reactionLimit });
    }
    const added = await tx.db
      .insert(messageReactions)
      .values({ messageId: message.id, userId: ctx.actor.id, emoji: input.emoji })
      .onConflictDoNothing()
      .returning({ emoji: messageReactions.emoji });
    if (added.length === 0) return message;
    const reacted = { messageId: message.id, userId: ctx.actor.id, emoji: input.emoji };
    tx.followUp(messageFollowUp("message.reacted", reacted));
    return changeMessage(tx, message);
  });
}
