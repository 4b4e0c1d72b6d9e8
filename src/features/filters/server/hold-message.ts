import { and, eq, sql } from "drizzle-orm";
import { canPost } from "@/features/conversations/policy";
import { requireConversation } from "@/features/conversations/server/access";
import { reportsChannel } from "@/features/reports/channels";
import type { ReportEvents } from "@/features/reports/events";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { heldMessages } from "@/server/db/schema/message-filters";
import { transaction } from "@/server/db/transaction";

export type HeldMessage = {
  id: string;
  conversationId: string;
  body: string;
  threadRootId?: string | null;
  replyToId?: string | null;
  forwardedFrom?: unknown;
};

/** Texts of one person that wait at the same time. */
const waitingLimit = 50;

/**
 * Keeps a message back until a moderator has decided; sending it again changes the text that waits. Returns when it
 * was let through already. Throws MESSAGE_HELD while it waits, MESSAGE_REFUSED once it was rejected, and what
 * keeps the actor from writing there at all.
 */
export async function holdMessage(ctx: ActorContext, message: HeldMessage, found: string): Promise<void> {
  const { id, conversationId, body, threadRootId, replyToId, forwardedFrom = null } = message;
  const status = await transaction(ctx, async (tx) => {
    const conversation = await requireConversation(ctx, conversationId, tx.db);
    if (conversation.archivedAt) throw new AppError("CONVERSATION_ARCHIVED");
    if (!canPost(conversation)) throw new AppError("ANNOUNCEMENT_ONLY");
    const waits = and(eq(heldMessages.authorId, ctx.actor.id), eq(heldMessages.status, "waiting"));
    const waiting = await tx.db.select({ id: heldMessages.id }).from(heldMessages).where(waits);
    if (waiting.length >= waitingLimit && !waiting.some((each) => each.id === id)) {
      throw new AppError("TOO_MANY_SCHEDULED", { maximum: waitingLimit });
    }
    await tx.db
      .insert(heldMessages)
      .values({
        ...{ id, conversationId, body, forwardedFrom, found },
        authorId: ctx.actor.id,
        threadRootId: threadRootId ?? null,
        replyToId: replyToId ?? null,
      })
      .onConflictDoUpdate({
        target: heldMessages.id,
        set: { body: sql`excluded.body`, found: sql`excluded.found` },
        setWhere: and(waits, eq(heldMessages.conversationId, conversationId)),
      });
    const [row] = await tx.db.select().from(heldMessages).where(eq(heldMessages.id, id));
    const own = row?.authorId === ctx.actor.id && row.conversationId === conversationId;
    if (!row || !own) throw new AppError("MESSAGE_ID_TAKEN");
    const name: keyof ReportEvents = "held.changed";
    if (row.status === "waiting") tx.emit({ channels: [reportsChannel], name, data: { id } });
    return row.status;
  });
  if (status === "rejected") throw new AppError("MESSAGE_REFUSED", { found });
  if (status === "waiting") throw new AppError("MESSAGE_HELD");
}
