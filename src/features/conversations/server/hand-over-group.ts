import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { MemberInput } from "../input";
import { canHandOver } from "../policy";
import { requireConversationForChange } from "./access";
import { giveRole } from "./give-role";
import { requireMember } from "./require-member";

/** Makes another active member the owner in the actor's place, who stays as an admin. Throws NOT_FOUND or FORBIDDEN. */
export async function handOverGroup(ctx: ActorContext, input: MemberInput): Promise<void> {
  const { conversationId, userId } = input;
  await transaction(ctx, async (tx) => {
    const group = await requireConversationForChange(ctx, conversationId, tx.db);
    const successor = await requireMember(tx.db, conversationId, userId);
    const target = { role: successor.role, self: userId === ctx.actor.id };
    if (!canHandOver(group, target)) throw new AppError("FORBIDDEN");
    if (!successor.active) throw new AppError("NOT_FOUND");
    await giveRole(tx, ctx.actor, conversationId, successor, "owner", "handed-over");
    const self = { person: ctx.actor, role: group.role };
    await giveRole(tx, ctx.actor, conversationId, self, "admin", null);
  });
}
