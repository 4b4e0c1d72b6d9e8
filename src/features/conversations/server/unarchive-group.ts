import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { ConversationDetails } from "../dto";
import { canUnarchiveGroup } from "../policy";
import { type Door, requireConversationForChange } from "./access";
import { changeDetails } from "./change-details";

/** Opens an archived group again. Throws NOT_FOUND, FORBIDDEN, or ALREADY_DONE. */
export async function unarchiveGroup(
  ctx: ActorContext,
  input: { conversationId: string; reason?: string },
  door: Door = requireConversationForChange,
): Promise<ConversationDetails> {
  const { conversationId } = input;
  return transaction(ctx, async (tx) => {
    const group = await door(ctx, conversationId, tx.db);
    if (!canUnarchiveGroup({ ...group, archivedAt: true })) throw new AppError("FORBIDDEN");
    if (!group.archivedAt) throw new AppError("ALREADY_DONE");
    tx.audit({
      action: "conversation.unarchived",
      target: { type: "conversation", id: conversationId },
      reason: input.reason,
    });
    return changeDetails(tx, ctx.actor, conversationId, { archivedAt: null }, [{ type: "unarchived" }]);
  });
}
