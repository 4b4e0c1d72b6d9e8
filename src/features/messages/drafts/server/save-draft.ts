import { sql } from "drizzle-orm";
import { requireConversation } from "@/features/conversations/server/access";
import type { ActorContext } from "@/server/context";
import { drafts } from "@/server/db/schema/drafts";
import { transaction } from "@/server/db/transaction";
import { toOwnDevices } from "../../server/events";
import { requireRoot } from "../../threads/server/access";
import type { Draft } from "../dto";
import type { SaveDraftInput } from "../input";

/**
 * Keeps what the actor is writing in a line; the last save wins, in the order in which the server gets them.
 * All devices of the actor are told. Throws NOT_FOUND.
 */
export async function saveDraft(ctx: ActorContext, input: SaveDraftInput): Promise<Draft> {
  const { conversationId, threadRootId, body, pageId } = input;
  return transaction(ctx, async (tx) => {
    if (threadRootId) await requireRoot(ctx, { conversationId, rootId: threadRootId }, tx.db);
    else await requireConversation(ctx, conversationId, tx.db);
    const [row] = await tx.db
      .insert(drafts)
      .values({ userId: ctx.actor.id, conversationId, threadRootId, body })
      .onConflictDoUpdate({
        target: [drafts.userId, drafts.conversationId, drafts.threadRootId],
        set: { body, revision: sql`${drafts.revision} + 1`, updatedAt: sql`clock_timestamp()` },
      })
      .returning({ revision: drafts.revision, updatedAt: drafts.updatedAt });
    if (!row) throw new Error("A draft was not kept.");
    const { revision, updatedAt } = row;
    const draft = { conversationId, threadRootId, body, revision, updatedAt: updatedAt.toISOString() };
    tx.emit(toOwnDevices(ctx.actor.id, "draft.changed", { draft, pageId }));
    return draft;
  });
}
