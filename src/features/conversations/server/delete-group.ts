import { eq, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { conversations } from "@/server/db/schema/conversations";
import { transaction } from "@/server/db/transaction";
import type { DeleteGroupInput } from "../input";
import { canDeleteGroup } from "../policy";
import { toConversation } from "./events";
import { requireGroupInCharge } from "./require-group-in-charge";

/**
 * Puts a group into the trash: nobody reads or writes it until it is restored, nothing of it is lost.
 * For its owners, and for the instance's admins as non-members too. Throws NOT_FOUND or FORBIDDEN.
 */
export async function deleteGroup(ctx: ActorContext, input: DeleteGroupInput): Promise<void> {
  const { conversationId, reason } = input;
  await transaction(ctx, async (tx) => {
    const group = await requireGroupInCharge(ctx, conversationId, tx.db, { deleted: false });
    if (!canDeleteGroup(ctx.actor, group)) throw new AppError("FORBIDDEN");
    await tx.db
      .update(conversations)
      .set({ deletedAt: sql`now()`, deletedBy: ctx.actor.id, deleteReason: reason ?? null })
      .where(eq(conversations.id, conversationId));
    tx.audit({
      action: "conversation.deleted",
      target: { type: "conversation", id: conversationId },
      before: { name: group.name },
      reason,
    });
    tx.emit(toConversation(conversationId, "conversation.removed", { conversationId }));
  });
}
