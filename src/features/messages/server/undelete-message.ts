import { eq } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { messages } from "@/server/db/schema/messages";
import { transaction } from "@/server/db/transaction";
import type { Message } from "../dto";
import type { MessageInput } from "../input";
import { canUndeleteMessage } from "../policy";
import { requireMessageForChange } from "./access";
import { changeMessage } from "./change-message";

/**
 * Takes back the actor's own deletion within a few seconds of it; what was not deleted stays as it is.
 * Throws NOT_FOUND or UNDO_TOO_LATE.
 */
export async function undeleteMessage(ctx: ActorContext, input: MessageInput): Promise<Message> {
  return transaction(ctx, async (tx) => {
    const { message } = await requireMessageForChange(ctx, input, tx.db);
    const [deletion] = await tx.db
      .select({ deletedAt: messages.deletedAt, deletedBy: messages.deletedBy })
      .from(messages)
      .where(eq(messages.id, message.id));
    const { deletedAt, deletedBy } = deletion ?? {};
    if (!deletedAt) return message;
    if (!canUndeleteMessage(ctx.actor, { deletedAt, deletedBy: deletedBy ?? null }, new Date())) {
      throw new AppError("UNDO_TOO_LATE");
    }
    if (message.author.id !== ctx.actor.id) {
      tx.audit({ action: "message.undeleted", target: { type: "message", id: message.id } });
    }
    return changeMessage(tx, message, { deletedAt: null, deletedBy: null, deleteReason: null });
  });
}
