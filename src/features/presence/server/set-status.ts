import { sql } from "drizzle-orm";
import { listWithoutPresence } from "@/features/users/server/get-preferences";
import type { ActorContext } from "@/server/context";
import { presences } from "@/server/db/schema/presences";
import { transaction } from "@/server/db/transaction";
import type { Presence } from "../dto";
import type { SetStatusInput } from "../input";
import { toLookers, toOthers } from "./events";
import { presenceColumns, toPresence, withoutState } from "./to-dto";

/** Sets or clears what the actor says of themselves; everybody who looks at them sees it at once. */
export async function setStatus(ctx: ActorContext, input: SetStatusInput): Promise<Presence> {
  const status = {
    statusEmoji: input.emoji,
    statusText: input.text,
    statusUntil: input.until ? new Date(input.until) : null,
  };
  return transaction(ctx, async (tx) => {
    const [row] = await tx.db
      .insert(presences)
      .values({ userId: ctx.actor.id, revision: 1, ...status })
      .onConflictDoUpdate({
        target: presences.userId,
        set: { ...status, revision: sql`${presences.revision} + 1` },
      })
      .returning(presenceColumns);
    if (!row) throw new Error("The statement that stores a status returned no row.");
    const presence = toPresence(row, new Date());
    const hidden = (await listWithoutPresence([ctx.actor.id], tx.db)).has(ctx.actor.id);
    tx.emit(toLookers(hidden ? withoutState(presence) : presence), toOthers(presence));
    return presence;
  });
}
