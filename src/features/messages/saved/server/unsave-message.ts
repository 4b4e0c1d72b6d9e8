import { and, eq } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { savedMessages } from "@/server/db/schema/messages";
import { transaction } from "@/server/db/transaction";
import type { MessageInput } from "../../input";
import { toOwnDevices } from "../../server/events";

/** Takes a message off the actor's own list, wherever it is; one that is not on it changes nothing. */
export async function unsaveMessage(ctx: ActorContext, input: MessageInput): Promise<void> {
  const { conversationId, messageId } = input;
  await transaction(ctx, async (tx) => {
    const removed = await tx.db
      .delete(savedMessages)
      .where(and(eq(savedMessages.userId, ctx.actor.id), eq(savedMessages.messageId, messageId)))
      .returning({ messageId: savedMessages.messageId });
    if (removed.length > 0) {
      tx.emit(toOwnDevices(ctx.actor.id, "message.unsaved", { conversationId, messageId }));
    }
  });
}
