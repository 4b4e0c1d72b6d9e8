import { sql } from "drizzle-orm";
import type { Actor } from "@/server/context";
import type { Transaction } from "@/server/db/transaction";
import type { Message } from "../dto";
import { changeMessage } from "./change-message";

/**
 * The end of every deletion of a message: notes it in the audit log where it is somebody else's, and takes away
 * what it said. The caller has checked that it may happen, and holds the conversation's lock.
 */
export function markDeleted(
  tx: Transaction,
  actor: Actor,
  message: Message,
  reason: string | undefined,
): Promise<Message> {
  if (message.author.id !== actor.id) {
    tx.audit({
      action: "message.deleted",
      target: { type: "message", id: message.id },
      before: { conversationId: message.conversationId, authorId: message.author.id },
      reason,
    });
  }
  return changeMessage(tx, message, {
    deletedAt: sql`now()`,
    deletedBy: actor.id,
    deleteReason: reason ?? null,
  });
}
