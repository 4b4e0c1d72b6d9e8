import { and, eq, isNull, sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { reports } from "@/server/db/schema/reports";
import { transaction } from "@/server/db/transaction";
import { noticesChanged } from "./events";

/** The actor has read what came of a report of theirs. Again, or for somebody else's, nothing happens. */
export async function putResultAway(ctx: ActorContext, { reportId }: { reportId: string }): Promise<void> {
  await transaction(ctx, async (tx) => {
    const [row] = await tx.db
      .update(reports)
      .set({ outcomeSeenAt: sql`now()` })
      .where(
        and(
          eq(reports.id, reportId),
          eq(reports.reporterId, ctx.actor.id),
          eq(reports.status, "closed"),
          isNull(reports.outcomeSeenAt),
        ),
      )
      .returning({ id: reports.id });
    if (row) tx.emit(...noticesChanged([ctx.actor.id]));
  });
}
