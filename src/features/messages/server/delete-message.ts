import { getSetting } from "@/features/settings/server/get-settings";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { Message } from "../dto";
import type { DeleteMessageInput } from "../input";
import { canDeleteMessage } from "../policy";
import { requireMessageForChange } from "./access";
import { markDeleted } from "./mark-deleted";

/**
 * Deletes a message for everybody: its place stays, what it said is no longer shown to anybody. Deleting
 * twice is harmless. Throws NOT_FOUND, FORBIDDEN, or DELETION_TOO_LATE for an author past the time allowed.
 */
export async function deleteMessage(ctx: ActorContext, input: DeleteMessageInput): Promise<Message> {
  const windowMinutes = await getSetting("messageDeletionMinutes");
  return transaction(ctx, async (tx) => {
    const { conversation, message } = await requireMessageForChange(ctx, input, tx.db);
    if (message.deletedAt) return message;
    if (!canDeleteMessage(ctx.actor, conversation, message, { now: new Date(), windowMinutes })) {
      const tooLate = message.author.id === ctx.actor.id && message.kind !== "system";
      throw tooLate
        ? new AppError("DELETION_TOO_LATE", { minutes: windowMinutes })
        : new AppError("FORBIDDEN");
    }
    return markDeleted(tx, ctx.actor, message, input.reason);
  });
}
