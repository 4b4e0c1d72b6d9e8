import { sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { userPreferences } from "@/server/db/schema/user-preferences";
import { transaction } from "@/server/db/transaction";
import type { UserPreferences } from "../dto";
import type { UpdatePreferencesInput } from "../input";
import { getPreferences } from "./get-preferences";

/**
 * Changes what the actor chose for themselves; what is not given stays. Whoever stops sharing read
 * receipts loses those of others on open sockets too: the sockets come back without them.
 */
export async function updatePreferences(
  ctx: ActorContext,
  input: UpdatePreferencesInput,
): Promise<UserPreferences> {
  return transaction(ctx, async (tx) => {
    const before = await getPreferences(ctx.actor.id, tx.db);
    const after = { ...before, ...input };
    await tx.db
      .insert(userPreferences)
      .values({ userId: ctx.actor.id, ...after })
      .onConflictDoUpdate({ target: userPreferences.userId, set: { ...input, updatedAt: sql`now()` } });
    tx.audit({
      action: "user.preferences-updated",
      target: { type: "user", id: ctx.actor.id },
      before,
      after,
    });
    if (before.readReceipts && !after.readReceipts) tx.disconnect(ctx.actor.id);
    return after;
  });
}
