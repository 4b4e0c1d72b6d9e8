import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { Message } from "../../dto";
import type { MessageInput } from "../../input";
import { canPinMessages } from "../../policy";
import { requireLivingMessageForChange } from "../../server/access";
import { changeMessage } from "../../server/change-message";

/** Unpins a message; one that is not pinned stays as it is. Throws NOT_FOUND, MESSAGE_DELETED or FORBIDDEN. */
export async function unpinMessage(ctx: ActorContext, input: MessageInput): Promise<Message> {
  return transaction(ctx, async (tx) => {
    const { conversation, message } = await requireLivingMessageForChange(ctx, input, tx.db);
    if (!canPinMessages(ctx.actor, conversation)) throw new AppError("FORBIDDEN");
    if (!message.pinnedAt) return message;
    return changeMessage(tx, message, { pinnedAt: null, pinnedBy: null });
  });
}
