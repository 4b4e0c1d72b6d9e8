import type { ActorContext } from "@/server/context";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { transaction } from "@/server/db/transaction";
import type { ConversationSummary } from "../dto";
import type { CreateGroupInput } from "../input";
import { conversationFollowUp } from "./conversation-follow-up";
import { toUsers } from "./events";
import { requireActiveUsers } from "./require-active-users";
import { requireSummary } from "./require-summary";

/** Makes a group that the actor owns. Throws NOT_FOUND when one of the members is no active person. */
export async function createGroup(ctx: ActorContext, input: CreateGroupInput): Promise<ConversationSummary> {
  const { name, description, visibility } = input;
  const others = [...new Set(input.memberIds)].filter((id) => id !== ctx.actor.id);
  const conversationId = await transaction(ctx, async (tx) => {
    await requireActiveUsers(tx.db, others);
    const [row] = await tx.db
      .insert(conversations)
      .values({ kind: "group", name, description, visibility, createdBy: ctx.actor.id })
      .returning({ id: conversations.id });
    const { id } = row as { id: string };
    await tx.db
      .insert(conversationMembers)
      .values([
        { conversationId: id, userId: ctx.actor.id, role: "owner" as const },
        ...others.map((userId) => ({ conversationId: id, userId, role: "member" as const })),
      ]);
    tx.audit({
      action: "conversation.created",
      target: { type: "conversation", id },
      after: { name, visibility, members: others.length + 1 },
    });
    tx.emit(...toUsers([ctx.actor.id, ...others], "conversation.added", { conversationId: id }));
    if (others.length > 0) {
      const added = { conversationId: id, userIds: others, byId: ctx.actor.id };
      tx.followUp(conversationFollowUp("members.added", added));
    }
    return id;
  });
  return requireSummary(ctx, conversationId);
}
