import { and, count, eq } from "drizzle-orm";
import { requireConversation } from "@/features/conversations/server/access";
import { screenText } from "@/features/filters/server/screen-text";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { scheduledMessages } from "@/server/db/schema/drafts";
import { transaction } from "@/server/db/transaction";
import { toOwnDevices } from "../../server/events";
import { getMessage } from "../../server/queries";
import { requireLength } from "../../server/require-length";
import type { ScheduledMessage } from "../dto";
import type { ScheduleMessageInput } from "../input";
import { requireSendTime } from "./require-send-time";
import { scheduledColumns, toScheduled } from "./to-dto";

/** Messages that one person has waiting. */
const scheduledLimit = 100;

/**
 * Keeps a message to be sent at a time. `id` will be the message's; the same again returns the first result.
 * Throws NOT_FOUND, MESSAGE_TOO_LONG, MESSAGE_REFUSED, SEND_TIME_INVALID, TOO_MANY_SCHEDULED or MESSAGE_ID_TAKEN.
 */
export async function scheduleMessage(
  ctx: ActorContext,
  input: ScheduleMessageInput,
): Promise<ScheduledMessage> {
  const { id, conversationId, body } = input;
  await requireLength(body);
  await screenText(body);
  const sendAt = requireSendTime(input.sendAt);
  const own = and(eq(scheduledMessages.id, id), eq(scheduledMessages.authorId, ctx.actor.id));
  return transaction(ctx, async (tx) => {
    await requireConversation(ctx, conversationId, tx.db);
    if (await getMessage(tx.db, conversationId, id)) throw new AppError("MESSAGE_ID_TAKEN");
    const [held] = await tx.db
      .select({ waiting: count() })
      .from(scheduledMessages)
      .where(eq(scheduledMessages.authorId, ctx.actor.id));
    if ((held?.waiting ?? 0) >= scheduledLimit) {
      throw new AppError("TOO_MANY_SCHEDULED", { maximum: scheduledLimit });
    }
    const [added] = await tx.db
      .insert(scheduledMessages)
      .values({ id, authorId: ctx.actor.id, conversationId, body, sendAt })
      .onConflictDoNothing()
      .returning(scheduledColumns);
    const [row] = added ? [added] : await tx.db.select(scheduledColumns).from(scheduledMessages).where(own);
    if (!row) throw new AppError("MESSAGE_ID_TAKEN");
    if (added) tx.emit(toOwnDevices(ctx.actor.id, "scheduled.changed", { id }));
    return toScheduled(row);
  });
}
