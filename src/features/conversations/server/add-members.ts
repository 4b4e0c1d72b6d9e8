import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { conversationMembers } from "@/server/db/schema/conversations";
import { transaction } from "@/server/db/transaction";
import { canAddMembers } from "../policy";
import { requireConversation } from "./access";
import { toConversation, toUsers } from "./events";
import { requireActiveUsers } from "./require-active-users";

/**
 * Adds people to a group; those who are members already stay as they are. What was written before they
 * came counts as read. Throws NOT_FOUND or FORBIDDEN. Returns how many were added.
 */
export async function addMembers(
  ctx: ActorContext,
  input: { conversationId: string; userIds: string[] },
): Promise<{ added: number }> {
  const { conversationId } = input;
  return transaction(ctx, async (tx) => {
    const conversation = await requireConversation(ctx, conversationId, tx.db);
    if (!canAddMembers(conversation)) throw new AppError("FORBIDDEN");
    const userIds = [...new Set(input.userIds)];
    await requireActiveUsers(tx.db, userIds);
    const rows = await tx.db
      .insert(conversationMembers)
      .values(userIds.map((userId) => ({ conversationId, userId, lastReadSeq: conversation.lastSeq })))
      .onConflictDoNothing()
      .returning({ userId: conversationMembers.userId });
    const added = rows.map((r) => r.userId);
    if (added.length > 0) {
      tx.audit({
        action: "conversation.members-added",
        target: { type: "conversation", id: conversationId },
        after: { userIds: added },
      });
      tx.emit(
        ...toUsers(added, "conversation.added", { conversationId }),
        toConversation(conversationId, "members.changed", { conversationId }),
      );
    }
    return { added: added.length };
  });
}
