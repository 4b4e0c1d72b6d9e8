import type { UserSummary } from "@/features/users/dto";
import type { Actor } from "@/server/context";
import type { Transaction } from "@/server/db/transaction";
import type { ConversationRole } from "../dto";
import { changeMembership } from "./change-membership";
import { toConversation } from "./events";
import { insertSystemMessage } from "./insert-system-message";

/**
 * Gives a member another role, notes it in the history (as a role that was set or as ownership handed
 * over; or not at all, null) and tells everybody. The caller has checked that it may happen.
 */
export async function giveRole(
  tx: Transaction,
  actor: Actor,
  conversationId: string,
  member: { person: UserSummary; role: ConversationRole },
  role: ConversationRole,
  noted: "role-set" | "handed-over" | null,
  reason?: string,
): Promise<void> {
  const { person } = member;
  await changeMembership(tx, conversationId, person.id, { role });
  if (noted === "role-set")
    await insertSystemMessage(tx, actor, conversationId, { type: noted, person, role });
  if (noted === "handed-over") await insertSystemMessage(tx, actor, conversationId, { type: noted, person });
  tx.audit({
    action: "conversation.role-set",
    target: { type: "conversation", id: conversationId },
    before: { userId: person.id, role: member.role },
    after: { userId: person.id, role },
    reason,
  });
  tx.emit(toConversation(conversationId, "members.changed", { conversationId }));
}
