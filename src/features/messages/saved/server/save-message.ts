import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { savedMessages } from "@/server/db/schema/messages";
import { transaction } from "@/server/db/transaction";
import type { MessageInput } from "../../input";
import { requireMessage } from "../../server/access";
import { toOwnDevices } from "../../server/events";

/** Keeps a message for later, for the actor alone; saving twice is harmless. Throws NOT_FOUND or MESSAGE_DELETED. */
export async function saveMessage(ctx: ActorContext, input: MessageInput): Promise<void> {
  const { conversationId, messageId } = input;
  await transaction(ctx, async (tx) => {
    const { message } = await requireMessage(ctx, input, tx.db);
    if (message.deletedAt) throw new AppError("MESSAGE_DELETED");
    const added = await tx.db
      .insert(savedMessages)
      .values({ userId: ctx.actor.id, messageId })
      .onConflictDoNothing()
      .returning({ messageId: savedMessages.messageId });
    if (added.length > 0) {
      tx.emit(toOwnDevices(ctx.actor.id, "message.saved", { conversationId, messageId }));
    }
  });
}
