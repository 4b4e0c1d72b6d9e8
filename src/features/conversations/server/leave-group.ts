import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { conversationMembers } from "@/server/db/schema/conversations";
import { type Transaction, transaction } from "@/server/db/transaction";
import type { LeaveGroupInput } from "../input";
import { canLeave } from "../policy";
import { requireConversationForChange } from "./access";
import { toConversation, toUsers } from "./events";
import { giveRole } from "./give-role";
import { insertSystemMessage } from "./insert-system-message";
import { ofMember } from "./of-member";
import { requireAnotherOwner } from "./require-another-owner";
import { requireMember } from "./require-member";

/**
 * Leaves a group; open sockets lose it at once. An owner may name a successor, and the last one must.
 * Throws NOT_FOUND, FORBIDDEN for direct conversations, or LAST_OWNER.
 */
export async function leaveGroup(ctx: ActorContext, input: LeaveGroupInput): Promise<void> {
  const { conversationId, successorId } = input;
  await transaction(ctx, async (tx) => {
    const group = await requireConversationForChange(ctx, conversationId, tx.db);
    if (!canLeave(group)) throw new AppError("FORBIDDEN");
    if (successorId) {
      if (group.role !== "owner") throw new AppError("FORBIDDEN");
      await nameSuccessor(tx, ctx, conversationId, successorId);
    }
    if (group.role === "owner") await requireAnotherOwner(tx.db, conversationId, ctx.actor.id);
    await tx.db.delete(conversationMembers).where(ofMember(conversationId, ctx.actor.id));
    await insertSystemMessage(tx, ctx.actor, conversationId, { type: "left" });
    tx.audit({ action: "conversation.left", target: { type: "conversation", id: conversationId } });
    tx.emit(
      ...toUsers([ctx.actor.id], "conversation.removed", { conversationId }),
      toConversation(conversationId, "members.changed", { conversationId }),
    );
    tx.disconnect(ctx.actor.id);
  });
}

async function nameSuccessor(tx: Transaction, ctx: ActorContext, conversationId: string, userId: string) {
  const member = await requireMember(tx.db, conversationId, userId);
  if (!member.active) throw new AppError("NOT_FOUND");
  if (member.role === "owner") return;
  await giveRole(tx, ctx.actor, conversationId, member, "owner", "handed-over");
}
