import { and, eq, isNotNull } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { securityEvents } from "@/server/db/schema/security";
import { transaction } from "@/server/db/transaction";
import type { SecurityEventInput } from "../../input";
import { announceSecurityChange } from "../announce-security-change";

/** Takes back that somebody has seen to an event. Throws ALREADY_DONE when it waits for somebody, or is gone. */
export async function reopenSecurityEvent(ctx: ActorContext, { eventId }: SecurityEventInput): Promise<void> {
  await transaction(ctx, async (tx) => {
    const [row] = await tx.db
      .update(securityEvents)
      .set({ acknowledgedAt: null, acknowledgedBy: null })
      .where(and(eq(securityEvents.id, eventId), isNotNull(securityEvents.acknowledgedAt)))
      .returning({ kind: securityEvents.kind });
    if (!row) throw new AppError("ALREADY_DONE");
    tx.audit({
      action: "security-event.reopened",
      target: { type: "security-event", id: String(eventId) },
      before: { kind: row.kind },
    });
    announceSecurityChange(tx);
  });
}
