import { eq } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { breakGlassGrants } from "@/server/db/schema/break-glass";
import { type Transaction, transaction } from "@/server/db/transaction";
import { announceGlass } from "./announce-glass";
import { startGlass } from "./start-glass";

type Grant = typeof breakGlassGrants.$inferSelect;

/** Agrees to another administrator's request: it opens now. Throws NOT_FOUND, ALREADY_DONE or FORBIDDEN (one's own). */
export async function approveGlass(ctx: ActorContext, { grantId }: { grantId: string }): Promise<void> {
  await decide(ctx, grantId, async (tx, grant) => {
    await tx.db
      .update(breakGlassGrants)
      .set({ decidedBy: ctx.actor.id })
      .where(eq(breakGlassGrants.id, grantId));
    await startGlass(ctx, tx, grant);
  });
}

/** Turns another administrator's request down. Throws NOT_FOUND, ALREADY_DONE or FORBIDDEN (one's own). */
export async function refuseGlass(ctx: ActorContext, { grantId }: { grantId: string }): Promise<void> {
  await decide(ctx, grantId, async (tx, { conversationId }) => {
    await tx.db
      .update(breakGlassGrants)
      .set({ status: "refused", decidedBy: ctx.actor.id })
      .where(eq(breakGlassGrants.id, grantId));
    tx.audit({
      action: "break-glass.refused",
      target: { type: "conversation", id: conversationId },
      after: { grantId },
    });
    announceGlass(tx, grantId);
  });
}

function decide(
  ctx: ActorContext,
  grantId: string,
  work: (tx: Transaction, grant: Grant) => Promise<void>,
): Promise<void> {
  return transaction(ctx, async (tx) => {
    const [grant] = await tx.db
      .select()
      .from(breakGlassGrants)
      .where(eq(breakGlassGrants.id, grantId))
      .for("update");
    if (!grant) throw new AppError("NOT_FOUND");
    if (grant.status !== "requested") throw new AppError("ALREADY_DONE");
    if (grant.requestedBy === ctx.actor.id) throw new AppError("FORBIDDEN");
    await work(tx, grant);
  });
}
