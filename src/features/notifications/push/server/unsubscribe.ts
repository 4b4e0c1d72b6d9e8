import { and, eq } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { pushSubscriptions } from "@/server/db/schema/notifications";
import { transaction } from "@/server/db/transaction";
import type { PushDeviceInput } from "../input";

/** Sends no more push messages to a device of the actor's own; one that is not there changes nothing. */
export async function unsubscribe(ctx: ActorContext, { id }: PushDeviceInput): Promise<void> {
  await transaction(ctx, (tx) =>
    tx.db
      .delete(pushSubscriptions)
      .where(and(eq(pushSubscriptions.id, id), eq(pushSubscriptions.userId, ctx.actor.id))),
  );
}
