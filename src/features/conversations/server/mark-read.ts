import { and, eq, sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { conversationMembers } from "@/server/db/schema/conversations";
import { transaction } from "@/server/db/transaction";
import { requireConversation } from "./access";
import { toUsers } from "./events";

/**
 * Moves the actor's read marker forward to `seq` (never back, never past the newest message).
 * Throws NOT_FOUND. Returns where the marker is now.
 */
export async function markRead(
  ctx: ActorContext,
  input: { conversationId: string; seq: number },
): Promise<{ seq: number }> {
  const { conversationId } = input;
  return transaction(ctx, async (tx) => {
    const { lastSeq, lastReadSeq } = await requireConversation(ctx, conversationId, tx.db);
    const seq = Math.min(input.seq, lastSeq);
    if (seq <= lastReadSeq) return { seq: lastReadSeq };
    await tx.db
      .update(conversationMembers)
      .set({ lastReadSeq: sql`greatest(${conversationMembers.lastReadSeq}, ${seq})` })
      .where(
        and(
          eq(conversationMembers.conversationId, conversationId),
          eq(conversationMembers.userId, ctx.actor.id),
        ),
      );
    tx.emit(...toUsers([ctx.actor.id], "read-marker.moved", { conversationId, seq }));
    return { seq };
  });
}
