import { and, eq } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { scheduledMessages } from "@/server/db/schema/drafts";
import { transaction } from "@/server/db/transaction";
import { toOwnDevices } from "../../server/events";
import type { ScheduledInput } from "../input";

/** Gives up a message before its time. Throws NOT_FOUND for one that was sent meanwhile, so that nobody believes otherwise. */
export async function cancelScheduled(ctx: ActorContext, { id }: ScheduledInput): Promise<void> {
  await transaction(ctx, async (tx) => {
    const cancelled = await tx.db
      .delete(scheduledMessages)
      .where(and(eq(scheduledMessages.id, id), eq(scheduledMessages.authorId, ctx.actor.id)))
      .returning({ id: scheduledMessages.id });
    if (cancelled.length === 0) throw new AppError("NOT_FOUND");
    tx.emit(toOwnDevices(ctx.actor.id, "scheduled.changed", { id }));
  });
}
