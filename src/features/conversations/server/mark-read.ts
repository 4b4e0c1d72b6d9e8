import { sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { conversationMembers } from "@/server/db/schema/conversations";
import { transaction } from "@/server/db/transaction";
import { receiptAnnouncer } from "../receipts/server/announce-receipts";
import { requireConversation } from "./access";
import { changeMembership } from "./change-membership";
import { toUsers } from "./events";
import { ofMember } from "./of-member";

/**
 * Moves the actor's read marker forward to `seq` (never back, never past the newest message), and ends
 * what "mark as unread" began. Throws NOT_FOUND. Returns where the marker is now.
 */
export async function markRead(
  ctx: ActorContext,
  input: { conversationId: string; seq: number },
): Promise<{ seq: number }> {
  const { conversationId } = input;
  const { seq, moved } = await transaction(ctx, async (tx) => {
    const { lastSeq, lastReadSeq, unreadFromSeq } = await requireConversation(ctx, conversationId, tx.db);
    if (unreadFromSeq !== null) {
      await changeMembership(tx, conversationId, ctx.actor.id, { unreadFromSeq: null });
    }
    const seq = Math.min(input.seq, lastSeq);
    if (seq <= lastReadSeq) return { seq: lastReadSeq, moved: false };
    await tx.db
      .update(conversationMembers)
      .set({ lastReadSeq: sql`greatest(${conversationMembers.lastReadSeq}, ${seq})` })
      .where(ofMember(conversationId, ctx.actor.id));
    tx.emit(...toUsers([ctx.actor.id], "read-marker.moved", { conversationId, seq }));
    return { seq, moved: true };
  });
  if (moved) receiptAnnouncer().moved(conversationId, ctx.actor.id, seq);
  return { seq };
}
