import { and, eq, lte, or, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext, Context } from "@/server/context";
import { breakGlassGrants } from "@/server/db/schema/break-glass";
import { type Transaction, transaction } from "@/server/db/transaction";
import { announceGlass } from "./announce-glass";
import { tellOwners } from "./tell-owners";

type Grant = typeof breakGlassGrants.$inferSelect;

/** Ends an open glass, or takes a request back, before its time. For whoever asked. Throws NOT_FOUND. */
export async function endGlass(ctx: ActorContext, { grantId }: { grantId: string }): Promise<void> {
  await transaction(ctx, async (tx) => {
    const [grant] = await tx.db
      .select()
      .from(breakGlassGrants)
      .where(
        and(
          eq(breakGlassGrants.id, grantId),
          eq(breakGlassGrants.requestedBy, ctx.actor.id),
          or(eq(breakGlassGrants.status, "active"), eq(breakGlassGrants.status, "requested")),
        ),
      )
      .for("update");
    if (!grant) throw new AppError("NOT_FOUND");
    await end(tx, grant);
  });
}

/** Closes what has run out (nothing could be read there any more) and tells the owners where they learn of it then. */
export async function endRunOutGlass(ctx: Context): Promise<{ ended: number }> {
  return transaction(ctx, async (tx) => {
    const over = await tx.db
      .select()
      .from(breakGlassGrants)
      .where(and(eq(breakGlassGrants.status, "active"), lte(breakGlassGrants.expiresAt, sql`now()`)))
      .limit(100)
      .for("update", { skipLocked: true });
    for (const grant of over) await end(tx, grant);
    return { ended: over.length };
  });
}

async function end(tx: Transaction, grant: Grant): Promise<void> {
  const { id, conversationId, startedAt, tellsOwners } = grant;
  await tx.db
    .update(breakGlassGrants)
    .set({ status: "ended", expiresAt: sql`least(${breakGlassGrants.expiresAt}, now())` })
    .where(eq(breakGlassGrants.id, id));
  tx.audit({
    action: "break-glass.ended",
    target: { type: "conversation", id: conversationId },
    after: { grantId: id },
  });
  announceGlass(tx, id);
  if (startedAt && tellsOwners === "afterwards") await tellOwners(tx, { id, conversationId });
}
