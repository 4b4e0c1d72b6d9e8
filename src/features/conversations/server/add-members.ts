import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import { canAddMembers } from "../policy";
import { requireConversationForChange } from "./access";
import { conversationFollowUp } from "./conversation-follow-up";
import { insertMembers } from "./insert-members";
import { insertSystemMessage } from "./insert-system-message";
import { requireActiveUsers } from "./require-active-users";

/** How many of the people added at once the history names. */
const namedPeople = 5;

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
    const group = await requireConversationForChange(ctx, conversationId, tx.db);
    if (!canAddMembers(group)) throw new AppError("FORBIDDEN");
    const userIds = [...new Set(input.userIds)];
    await requireActiveUsers(tx.db, userIds);
    const people = await insertMembers(tx, group, userIds);
    if (people.length > 0) {
      tx.audit({
        action: "conversation.members-added",
        target: { type: "conversation", id: conversationId },
        after: { userIds: people.map((each) => each.id) },
      });
      const added = { conversationId, userIds: people.map((each) => each.id), byId: ctx.actor.id };
      tx.followUp(conversationFollowUp("members.added", added));
      const event = { type: "added", people: people.slice(0, namedPeople), count: people.length } as const;
      await insertSystemMessage(tx, ctx.actor, conversationId, event);
    }
    return { added: people.length };
  });
}
