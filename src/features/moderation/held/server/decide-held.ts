import { eq, sql } from "drizzle-orm";
import type { ForwardOrigin } from "@/features/messages/dto";
import { authorContext } from "@/features/messages/server/author-context";
import { deliverMessage, sendScreenedMessage } from "@/features/messages/server/send-message";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { scheduledMessages } from "@/server/db/schema/drafts";
import { heldMessages } from "@/server/db/schema/message-filters";
import { type Transaction, transaction } from "@/server/db/transaction";
import { noticesChanged, toModerators } from "../../server/events";

/**
 * Delivers a held message as its author, by the rules that hold for the author now. Its id is the message's: should
 * the decision break off after the delivery, the next one delivers nothing twice. Throws NOT_FOUND, ALREADY_DONE,
 * FORBIDDEN for one's own, or what keeps the author from writing there.
 */
export async function deliverHeld(ctx: ActorContext, { id }: { id: string }): Promise<void> {
  await transaction(ctx, async (tx) => {
    const held = await requireWaiting(ctx, tx, id);
    const author = await authorContext(ctx, tx, held.authorId);
    const { conversationId, body, threadRootId, replyToId } = held;
    const forwardedFrom = held.forwardedFrom as ForwardOrigin | null;
    if (forwardedFrom) {
      const copy = { id, conversationId, body, usernames: [], everyone: null, forwardedFrom };
      await deliverMessage(author, copy);
    } else await sendScreenedMessage(author, { id, conversationId, body, threadRootId, replyToId });
    await decide(ctx, tx, held, { status: "delivered" });
  });
}

/** Keeps a held message from being delivered; its author is told why. Throws NOT_FOUND, ALREADY_DONE or FORBIDDEN. */
export async function rejectHeld(
  ctx: ActorContext,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const held = await requireWaiting(ctx, tx, id);
    await decide(ctx, tx, held, { status: "rejected", reason });
  });
}

type Held = typeof heldMessages.$inferSelect;

async function requireWaiting(ctx: ActorContext, tx: Transaction, id: string): Promise<Held> {
  const [held] = await tx.db.select().from(heldMessages).where(eq(heldMessages.id, id)).for("update");
  if (!held) throw new AppError("NOT_FOUND");
  if (held.status !== "waiting") throw new AppError("ALREADY_DONE");
  if (held.authorId === ctx.actor.id) throw new AppError("FORBIDDEN");
  return held;
}

async function decide(
  ctx: ActorContext,
  tx: Transaction,
  held: Held,
  decision: { status: "delivered" | "rejected"; reason?: string },
): Promise<void> {
  const { id, authorId, conversationId, found } = held;
  await tx.db
    .update(heldMessages)
    .set({ ...decision, decidedAt: sql`now()`, decidedBy: ctx.actor.id })
    .where(eq(heldMessages.id, id));
  // A scheduled message waited here under the same id.
  await tx.db.delete(scheduledMessages).where(eq(scheduledMessages.id, id));
  tx.audit({
    action: decision.status === "delivered" ? "held-message.delivered" : "held-message.rejected",
    target: { type: "held-message", id },
    before: { authorId, conversationId, found },
    reason: decision.reason,
  });
  tx.emit(toModerators("held.changed", { id }), ...noticesChanged([authorId]));
}
