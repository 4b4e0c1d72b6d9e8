import { eq, sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { breakGlassGrants } from "@/server/db/schema/break-glass";
import type { Transaction } from "@/server/db/transaction";
import { announceGlass } from "./announce-glass";
import { tellOwners } from "./tell-owners";

type Started = Pick<
  typeof breakGlassGrants.$inferSelect,
  "id" | "conversationId" | "minutes" | "reason" | "tellsOwners"
>;

/** Opens the glass from now on, for its minutes, and tells the owners where they learn of it at once. */
export async function startGlass(ctx: ActorContext, tx: Transaction, grant: Started): Promise<void> {
  const { id, conversationId, minutes, reason, tellsOwners } = grant;
  await tx.db
    .update(breakGlassGrants)
    .set({
      status: "active",
      startedAt: sql`now()`,
      expiresAt: sql`now() + make_interval(mins => ${minutes})`,
    })
    .where(eq(breakGlassGrants.id, id));
  tx.audit({
    action: "break-glass.opened",
    target: { type: "conversation", id: conversationId },
    after: { grantId: id, minutes, by: ctx.actor.id },
    reason,
  });
  announceGlass(tx, id);
  if (tellsOwners === "at-once") await tellOwners(tx, { id, conversationId });
}
