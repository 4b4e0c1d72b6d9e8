import { sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { presences } from "@/server/db/schema/presences";
import { transaction } from "@/server/db/transaction";
import type { Presence } from "../dto";
import type { SetStatusInput } from "../input";
import { toLookers } from "./events";
import { presenceColumns, toPresence } from "./to-dto";

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
    tx.emit(toLookers(presence));
    return presence;
  });
}
