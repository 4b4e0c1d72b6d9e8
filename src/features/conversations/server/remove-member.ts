import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { conversationMembers } from "@/server/db/schema/conversations";
import { transaction } from "@/server/db/transaction";
import type { MemberInput } from "../input";
import { canRemoveMember } from "../policy";
import { requireConversationForChange } from "./access";
import { toConversation, toUsers } from "./events";
import { insertSystemMessage } from "./insert-system-message";
import { ofMember } from "./of-member";
import { requireMember } from "./require-member";

/** Takes a member out of a group; their open sockets lose it at once. Throws NOT_FOUND or FORBIDDEN. */
export async function removeMember(ctx: ActorContext, input: MemberInput): Promise<void> {
  const { conversationId, userId } = input;
  await transaction(ctx, async (tx) => {
    const group = await requireConversationForChange(ctx, conversationId, tx.db);
    const { person, role } = await requireMember(tx.db, conversationId, userId);
    if (!canRemoveMember(group, { role, self: userId === ctx.actor.id })) throw new AppError("FORBIDDEN");
    await tx.db.delete(conversationMembers).where(ofMember(conversationId, userId));
    await insertSystemMessage(tx, ctx.actor, conversationId, { type: "removed", person });
    tx.audit({
      action: "conversation.member-removed",
      target: { type: "conversation", id: conversationId },
      before: { userId, role },
    });
    tx.emit(
      ...toUsers([userId], "conversation.removed", { conversationId }),
      toConversation(conversationId, "members.changed", { conversationId }),
    );
    tx.disconnect(userId);
  });
}
