import { and, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { transaction } from "@/server/db/transaction";
import { receiptAnnouncer } from "../receipts/server/announce-receipts";
import { toUsers } from "./events";

/** Keeps an event well below what the protocol lets it carry. */
const markersPerEvent = 500;

/** Moves the actor's read marker to the newest message of every conversation. Returns how many moved. */
export async function markAllRead(ctx: ActorContext): Promise<{ conversations: number }> {
  const markers = await transaction(ctx, async (tx) => {
    const markers = await tx.db
      .update(conversationMembers)
      .set({
        lastReadSeq: sql`greatest(${conversationMembers.lastReadSeq}, ${conversations.lastSeq})`,
        unreadFromSeq: null,
        membershipRevision: sql`${conversationMembers.membershipRevision} + 1`,
      })
      .from(conversations)
      .where(
        and(
          eq(conversationMembers.userId, ctx.actor.id),
          eq(conversations.id, conversationMembers.conversationId),
          isNull(conversations.deletedAt),
          or(
            lt(conversationMembers.lastReadSeq, conversations.lastSeq),
            isNotNull(conversationMembers.unreadFromSeq),
          ),
        ),
      )
      .returning({
        conversationId: conversationMembers.conversationId,
        seq: conversationMembers.lastReadSeq,
        membershipRevision: conversationMembers.membershipRevision,
      });
    for (let i = 0; i < markers.length; i += markersPerEvent) {
      const part = { markers: markers.slice(i, i + markersPerEvent) };
      tx.emit(...toUsers([ctx.actor.id], "conversations.read", part));
    }
    return markers;
  });
  for (const { conversationId, seq } of markers) receiptAnnouncer().moved(conversationId, ctx.actor.id, seq);
  return { conversations: markers.length };
}
