import { and, eq } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { conversationMembers } from "@/server/db/schema/conversations";
import { transaction } from "@/server/db/transaction";
import { canLeave } from "../policy";
import { requireConversation } from "./access";
import { toConversation, toUsers } from "./events";

/** Leaves a group; open sockets lose it at once. Throws NOT_FOUND, or FORBIDDEN for its owner. */
export async function leaveGroup(ctx: ActorContext, input: { conversationId: string }): Promise<void> {
  const { conversationId } = input;
  await transaction(ctx, async (tx) => {
    const conversation = await requireConversation(ctx, conversationId, tx.db);
    if (!canLeave(conversation)) throw new AppError("FORBIDDEN");
    await tx.db
      .delete(conversationMembers)
      .where(
        and(
          eq(conversationMembers.conversationId, conversationId),
          eq(conversationMembers.userId, ctx.actor.id),
        ),
      );
    tx.audit({ action: "conversation.left", target: { type: "conversation", id: conversationId } });
    tx.emit(
      ...toUsers([ctx.actor.id], "conversation.removed", { conversationId }),
      toConversation(conversationId, "members.changed", { conversationId }),
    );
    tx.disconnect(ctx.actor.id);
  });
}
