import { eq, sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { userPreferences } from "@/server/db/schema/user-preferences";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import type { UserPreferences } from "../dto";
import { announcePreferences } from "./announce-preferences";
import { getPreferences } from "./get-preferences";

/**
 * Changes what the actor chose for themselves; what is not given stays. All their devices are told. Whoever stops
 * sharing read receipts or presence loses those of others on open sockets too: the sockets come back without them.
 */
export async function updatePreferences(
  ctx: ActorContext,
  { locale, ...chosen }: Partial<UserPreferences>,
): Promise<UserPreferences> {
  const { id } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const before = await getPreferences(id, tx.db);
    await tx.db
      .insert(userPreferences)
      .values({ userId: id, ...chosen })
      .onConflictDoUpdate({ target: userPreferences.userId, set: { ...chosen, updatedAt: sql`now()` } });
    if (locale !== undefined) await tx.db.update(users).set({ locale }).where(eq(users.id, id));
    const after = await announcePreferences(tx, id);
    tx.audit({
      action: "user.preferences-updated",
      target: { type: "user", id },
      before,
      after,
    });
    const lost = (key: "readReceipts" | "showPresence") => before[key] && !after[key];
    if (lost("readReceipts") || lost("showPresence")) tx.disconnect(id);
    return after;
  });
}
