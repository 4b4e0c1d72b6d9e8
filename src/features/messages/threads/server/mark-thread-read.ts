import { sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { threadMembers } from "@/server/db/schema/threads";
import { transaction } from "@/server/db/transaction";
import { toOwnDevices } from "../../server/events";
import type { MarkThreadReadInput } from "../input";
import { requireRoot } from "./access";

/**
 * Moves the actor's marker in a thread forward to `seq` (never back, never past the newest reply). Reading
 * alone makes nobody a follower. Throws NOT_FOUND. Returns where the marker is now.
 */
export async function markThreadRead(
  ctx: ActorContext,
  input: MarkThreadReadInput,
): Promise<{ seq: number }> {
  const { conversationId, rootId } = input;
  return transaction(ctx, async (tx) => {
    const { message: root } = await requireRoot(ctx, input, tx.db);
    const seq = Math.min(input.seq, root.thread?.replyCount ?? 0);
    const [moved] = await tx.db
      .insert(threadMembers)
      .values({ rootId, userId: ctx.actor.id, following: false, lastReadSeq: seq })
      .onConflictDoUpdate({
        target: [threadMembers.rootId, threadMembers.userId],
        set: { lastReadSeq: sql`greatest(${threadMembers.lastReadSeq}, ${seq})` },
      })
      .returning({ seq: threadMembers.lastReadSeq });
    const marker = { seq: moved?.seq ?? seq };
    tx.emit(toOwnDevices(ctx.actor.id, "thread-marker.moved", { conversationId, rootId, ...marker }));
    return marker;
  });
}
