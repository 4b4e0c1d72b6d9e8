import { AppError } from "@/server/app-error";
import type { Actor } from "@/server/context";
import type { Transaction } from "@/server/db/transaction";
import { insertMembers } from "./insert-members";
import { insertSystemMessage } from "./insert-system-message";

/**
 * Makes the actor a member of a group whose lock the caller holds and which they may enter; somebody who
 * is one already stays as they are. Throws CONVERSATION_ARCHIVED. Returns whether they were new.
 */
export async function enterGroup(
  tx: Transaction,
  actor: Actor,
  group: { id: string; lastSeq: number; archivedAt: Date | null },
  { byLink }: { byLink: boolean },
): Promise<boolean> {
  const entered = await insertMembers(tx, group, [actor.id]);
  if (entered.length === 0) return false;
  if (group.archivedAt) throw new AppError("CONVERSATION_ARCHIVED");
  tx.audit({
    action: "conversation.joined",
    target: { type: "conversation", id: group.id },
    after: { byLink },
  });
  await insertSystemMessage(tx, actor, group.id, { type: "joined", byLink });
  return true;
}
