import { and, eq } from "drizzle-orm";
import { screenText } from "@/features/filters/server/screen-text";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { scheduledMessages } from "@/server/db/schema/drafts";
import { transaction } from "@/server/db/transaction";
import { toOwnDevices } from "../../server/events";
import { requireLength } from "../../server/require-length";
import type { ScheduledMessage } from "../dto";
import type { EditScheduledInput } from "../input";
import { requireSendTime } from "./require-send-time";
import { scheduledColumns, toScheduled } from "./to-dto";

/**
 * Changes what is to be sent, and when; one that had failed waits again. Throws NOT_FOUND (sent or cancelled
 * meanwhile, or somebody else's), MESSAGE_TOO_LONG, MESSAGE_REFUSED or SEND_TIME_INVALID.
 */
export async function editScheduled(ctx: ActorContext, input: EditScheduledInput): Promise<ScheduledMessage> {
  const { id, body } = input;
  await requireLength(body);
  await screenText(body);
  const sendAt = requireSendTime(input.sendAt);
  return transaction(ctx, async (tx) => {
    const [row] = await tx.db
      .update(scheduledMessages)
      .set({ body, sendAt, failure: null, attempts: 0 })
      .where(and(eq(scheduledMessages.id, id), eq(scheduledMessages.authorId, ctx.actor.id)))
      .returning(scheduledColumns);
    if (!row) throw new AppError("NOT_FOUND");
    tx.emit(toOwnDevices(ctx.actor.id, "scheduled.changed", { id }));
    return toScheduled(row);
  });
}
