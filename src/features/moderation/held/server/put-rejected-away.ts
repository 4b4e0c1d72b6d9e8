import { and, eq, isNull, sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { heldMessages } from "@/server/db/schema/message-filters";
import { transaction } from "@/server/db/transaction";
import { noticesChanged } from "../../server/events";

/** The author has read that a message was not let through. Again, or for somebody else's, nothing happens. */
export async function putRejectedAway(ctx: ActorContext, { id }: { id: string }): Promise<void> {
  await transaction(ctx, async (tx) => {
    const own = and(eq(heldMessages.id, id), eq(heldMessages.authorId, ctx.actor.id));
    const [row] = await tx.db
      .update(heldMessages)
      .set({ seenAt: sql`now()` })
      .where(and(own, eq(heldMessages.status, "rejected"), isNull(heldMessages.seenAt)))
      .returning({ id: heldMessages.id });
    if (row) tx.emit(...noticesChanged([ctx.actor.id]));
  });
}
