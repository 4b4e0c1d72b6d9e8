import { and, eq, isNull, sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { warnings } from "@/server/db/schema/reports";
import { transaction } from "@/server/db/transaction";
import { noticesChanged } from "./events";

/** The actor has read a warning of theirs. Again, or for somebody else's, nothing happens. */
export async function acknowledgeWarning(
  ctx: ActorContext,
  { warningId }: { warningId: string },
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const [row] = await tx.db
      .update(warnings)
      .set({ acknowledgedAt: sql`now()` })
      .where(
        and(eq(warnings.id, warningId), eq(warnings.userId, ctx.actor.id), isNull(warnings.acknowledgedAt)),
      )
      .returning({ id: warnings.id });
    if (!row) return;
    tx.audit({
      action: "user.warning-acknowledged",
      target: { type: "user", id: ctx.actor.id },
      after: { warningId },
    });
    tx.emit(...noticesChanged([ctx.actor.id]));
  });
}
