import { and, eq } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { scheduledMessages } from "@/server/db/schema/drafts";
import { heldMessages } from "@/server/db/schema/message-filters";
import { transaction } from "@/server/db/transaction";
import { toModerators } from "../../server/events";

/**
 * The author takes back a message that waits for a moderator: nobody can let it through any more. Where nothing
 * waits, nothing happens. Throws ALREADY_DONE when it has been delivered.
 */
export async function withdrawHeld(ctx: ActorContext, { id }: { id: string }): Promise<void> {
  await transaction(ctx, async (tx) => {
    const own = and(eq(heldMessages.id, id), eq(heldMessages.authorId, ctx.actor.id));
    const [held] = await tx.db.select().from(heldMessages).where(own).for("update");
    if (held?.status === "delivered") throw new AppError("ALREADY_DONE");
    if (held?.status !== "waiting") return;
    await tx.db.delete(heldMessages).where(own);
    // A scheduled message waited here under the same id.
    await tx.db.delete(scheduledMessages).where(eq(scheduledMessages.id, id));
    tx.audit({
      action: "held-message.withdrawn",
      target: { type: "held-message", id },
      before: { conversationId: held.conversationId, found: held.found },
    });
    tx.emit(toModerators("held.changed", { id }));
  });
}
