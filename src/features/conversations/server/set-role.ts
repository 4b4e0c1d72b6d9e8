import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { SetRoleInput } from "../input";
import { canSetRole } from "../policy";
import { requireConversationForChange } from "./access";
import { giveRole } from "./give-role";
import { requireAnotherOwner } from "./require-another-owner";
import { requireMember } from "./require-member";

/**
 * Makes a member an owner, an admin or an ordinary member; an owner may step down like that. Throws
 * NOT_FOUND, FORBIDDEN, or LAST_OWNER where nobody would stay responsible.
 */
export async function setRole(ctx: ActorContext, input: SetRoleInput): Promise<void> {
  const { conversationId, userId, role } = input;
  await transaction(ctx, async (tx) => {
    const group = await requireConversationForChange(ctx, conversationId, tx.db);
    if (!canSetRole(group)) throw new AppError("FORBIDDEN");
    const member = await requireMember(tx.db, conversationId, userId);
    if (member.role === role) return;
    if (role === "owner" && !member.active) throw new AppError("NOT_FOUND");
    if (member.role === "owner") await requireAnotherOwner(tx.db, conversationId, userId);
    await giveRole(tx, ctx.actor, conversationId, member, role, "role-set");
  });
}
