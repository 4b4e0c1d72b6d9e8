import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { messages } from "@/server/db/schema/messages";
import { transaction } from "@/server/db/transaction";
import type { Message } from "../../dto";
import type { MessageInput } from "../../input";
import { canPinMessages } from "../../policy";
import { requireLivingMessageForChange } from "../../server/access";
import { changeMessage } from "../../server/change-message";

/** Pinned messages of one conversation. */
export const pinLimit = 100;

/**
 * Pins a message in its conversation; pinning twice is harmless.
 * Throws NOT_FOUND, MESSAGE_DELETED, FORBIDDEN or TOO_MANY_PINS.
 */
export async function pinMessage(ctx: ActorContext, input: MessageInput): Promise<Message> {
  return transaction(ctx, async (tx) => {
    const { conversation, message } = await requireLivingMessageForChange(ctx, input, tx.db);
    if (!canPinMessages(ctx.actor, conversation)) throw new AppError("FORBIDDEN");
    if (message.pinnedAt) return message;
    // Nobody else pins here meanwhile: the conversation's row is locked.
    const pinned = await database().db.$count(
      messages,
      and(
        eq(messages.conversationId, conversation.id),
        isNotNull(messages.pinnedAt),
        isNull(messages.deletedAt),
      ),
    );
    if (pinned >= pinLimit) throw new AppError("TOO_MANY_PINS", { maximum: pinLimit });
    return changeMessage(tx, message, { pinnedAt: sql`clock_timestamp()`, pinnedBy: ctx.actor.id });
  });
}
