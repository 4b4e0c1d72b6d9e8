import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { broadcasts } from "@/server/db/schema/broadcasts";
import { transaction } from "@/server/db/transaction";
import type { CancelBroadcastInput } from "../input";
import { announceBroadcasts } from "./announce-broadcasts";

/**
 * Gives up a broadcast before its time, whoever planned it. Throws NOT_FOUND for one that went out meanwhile, so that
 * nobody believes otherwise.
 */
export async function cancelBroadcast(ctx: ActorContext, { id }: CancelBroadcastInput): Promise<void> {
  await transaction(ctx, async (tx) => {
    const [cancelled] = await tx.db
      .delete(broadcasts)
      .where(and(eq(broadcasts.id, id), isNull(broadcasts.sentAt)))
      .returning({ title: broadcasts.title, audience: broadcasts.audience, sendAt: broadcasts.sendAt });
    if (!cancelled) throw new AppError("NOT_FOUND");
    const before = { ...cancelled, sendAt: cancelled.sendAt?.toISOString() ?? null };
    tx.audit({ action: "broadcast.cancelled", target: { type: "broadcast", id }, before });
    announceBroadcasts(tx);
  });
}
