import { sql } from "drizzle-orm";
import type { UserPreferences } from "@/features/users/dto";
import { updatePreferences } from "@/features/users/server/update-preferences";
import type { ActorContext } from "@/server/context";
import { presences } from "@/server/db/schema/presences";
import { transaction } from "@/server/db/transaction";
import type { SharePresenceInput } from "../input";
import { toLookers } from "./events";
import { presenceColumns, toPresence, withoutState } from "./to-dto";

/**
 * Whether others see if the actor is here and when they last were; it works both ways. Those who look at them
 * know at once what they may know from now on.
 */
export async function sharePresence(
  ctx: ActorContext,
  { shared }: SharePresenceInput,
): Promise<UserPreferences> {
  return transaction(ctx, async (tx) => {
    const preferences = await updatePreferences({ ...ctx, within: tx }, { showPresence: shared });
    const [row] = await tx.db
      .insert(presences)
      .values({ userId: ctx.actor.id, revision: 1 })
      .onConflictDoUpdate({
        target: presences.userId,
        set: { revision: sql`${presences.revision} + 1` },
      })
      .returning(presenceColumns);
    if (!row) throw new Error("The statement that renews a presence returned no row.");
    const presence = toPresence(row, new Date());
    tx.emit(toLookers(shared ? presence : withoutState(presence)));
    return preferences;
  });
}
