import { and, count, eq, isNull, sql } from "drizzle-orm";
import { requireSendTime } from "@/features/messages/scheduled/server/require-send-time";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { broadcasts } from "@/server/db/schema/broadcasts";
import { transaction } from "@/server/db/transaction";
import type { ScheduledBroadcast } from "../dto";
import type { ScheduleBroadcastInput } from "../input";
import { announceBroadcasts } from "./announce-broadcasts";
import { selectScheduled, toScheduledBroadcast } from "./list-scheduled-broadcasts";

/** Broadcasts that wait at a time; the console lists them all. */
const scheduledLimit = 50;

/**
 * Keeps a system message to be sent at a time, to whom its audience is then. The same id again gives the same
 * result. Throws SEND_TIME_INVALID, TOO_MANY_SCHEDULED, or ALREADY_DONE for one that was sent.
 */
export async function scheduleBroadcast(
  ctx: ActorContext,
  input: ScheduleBroadcastInput,
): Promise<ScheduledBroadcast> {
  const { id, title, audience, important } = input;
  const sendAt = requireSendTime(input.sendAt);
  return transaction(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('offchat.scheduled-broadcasts'))`);
    const [held] = await tx.db.select({ waiting: count() }).from(broadcasts).where(isNull(broadcasts.sentAt));
    const added = await tx.db
      .insert(broadcasts)
      .values({ ...input, sendAt, sentBy: ctx.actor.id })
      .onConflictDoNothing()
      .returning({ id: broadcasts.id });
    if (added.length > 0) {
      if ((held?.waiting ?? 0) >= scheduledLimit) {
        throw new AppError("TOO_MANY_SCHEDULED", { maximum: scheduledLimit });
      }
      tx.audit({
        action: "broadcast.scheduled",
        target: { type: "broadcast", id },
        after: { title, audience, important, sendAt: sendAt.toISOString() },
      });
      announceBroadcasts(tx);
    }
    const [row] = await selectScheduled(tx.db).where(and(eq(broadcasts.id, id), isNull(broadcasts.sentAt)));
    if (!row) throw new AppError("ALREADY_DONE");
    return toScheduledBroadcast(row);
  });
}
