import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { Membership } from "../dto";
import type { UpdateMembershipInput } from "../input";
import { requireConversation } from "./access";
import { changeMembership } from "./change-membership";

/** Sets what a conversation is to the actor alone: muted, favourite, notified of what. Throws NOT_FOUND. */
export async function updateMembership(
  ctx: ActorContext,
  { conversationId, mutedUntil, ...rest }: UpdateMembershipInput,
): Promise<Membership> {
  return transaction(ctx, async (tx) => {
    await requireConversation(ctx, conversationId, tx.db);
    const muted = mutedUntil === undefined ? {} : { mutedUntil: mutedUntil ? new Date(mutedUntil) : null };
    return changeMembership(tx, conversationId, ctx.actor.id, { ...rest, ...muted });
  });
}
