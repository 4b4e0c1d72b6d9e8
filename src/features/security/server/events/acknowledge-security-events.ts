import { and, inArray, isNull, sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { securityEvents } from "@/server/db/schema/security";
import { transaction } from "@/server/db/transaction";
import type { AcknowledgeSecurityEventsInput } from "../../input";
import { announceSecurityChange } from "../announce-security-change";

/** Notes that the actor has seen to these events. Those that somebody else acknowledged stay theirs. */
export async function acknowledgeSecurityEvents(
  ctx: ActorContext,
  { eventIds }: AcknowledgeSecurityEventsInput,
): Promise<{ acknowledged: number }> {
  return transaction(ctx, async (tx) => {
    const rows = await tx.db
      .update(securityEvents)
      .set({ acknowledgedAt: sql`now()`, acknowledgedBy: ctx.actor.id })
      .where(and(inArray(securityEvents.id, eventIds), isNull(securityEvents.acknowledgedAt)))
      .returning({ id: securityEvents.id, kind: securityEvents.kind });
    for (const { id, kind } of rows) {
      tx.audit({
        action: "security-event.acknowledged",
        target: { type: "security-event", id: String(id) },
        after: { kind },
      });
    }
    if (rows.length > 0) announceSecurityChange(tx);
    return { acknowledged: rows.length };
  });
}
