import { and, eq, isNull, sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { breakGlassNotices } from "@/server/db/schema/break-glass";
import { transaction } from "@/server/db/transaction";
import { noticesChanged } from "../../server/events";

/** The actor has read that a conversation of theirs was read. Again, or for somebody else's, nothing happens. */
export async function putGlassNoticeAway(ctx: ActorContext, { grantId }: { grantId: string }): Promise<void> {
  await transaction(ctx, async (tx) => {
    const own = and(eq(breakGlassNotices.grantId, grantId), eq(breakGlassNotices.userId, ctx.actor.id));
    const [row] = await tx.db
      .update(breakGlassNotices)
      .set({ seenAt: sql`now()` })
      .where(and(own, isNull(breakGlassNotices.seenAt)))
      .returning({ grantId: breakGlassNotices.grantId });
    if (row) tx.emit(...noticesChanged([ctx.actor.id]));
  });
}
