import { and, asc, eq, isNull, lte, notInArray, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { Context } from "@/server/context";
import { scheduledMessages } from "@/server/db/schema/drafts";
import { type Transaction, transaction } from "@/server/db/transaction";
import { log } from "@/server/log/log";
import { authorContext } from "../../server/author-context";
import { toOwnDevices } from "../../server/events";
import { sendMessage } from "../../server/send-message";

/** Tries of a message whose sending breaks off for no reason of its own. */
const attemptLimit = 5;

/**
 * Sends every message whose time has come, as its author, by the rules that hold for the author now. Each is
 * locked while it is sent, and its id is the message's: a run that breaks off, or two at once, send it once.
 * What is refused stays with the reason, for the author to see. Returns how many were sent and refused.
 */
export async function sendDueMessages(ctx: Context): Promise<{ sent: number; refused: number }> {
  const outcome = { sent: 0, refused: 0 };
  const tried: string[] = [];
  for (;;) {
    const result = await transaction(ctx, (tx) => sendNext(ctx, tx, tried));
    if (result === null) return outcome;
    if (result !== "broken") outcome[result] += 1;
  }
}

async function sendNext(
  ctx: Context,
  tx: Transaction,
  tried: string[],
): Promise<"sent" | "refused" | "broken" | null> {
  const [due] = await tx.db
    .select()
    .from(scheduledMessages)
    .where(
      and(
        isNull(scheduledMessages.failure),
        lte(scheduledMessages.sendAt, sql`now()`),
        notInArray(scheduledMessages.id, tried),
      ),
    )
    .orderBy(asc(scheduledMessages.sendAt), asc(scheduledMessages.id))
    .limit(1)
    .for("update", { skipLocked: true });
  if (!due) return null;
  const { id, authorId, conversationId, body } = due;
  tried.push(id);
  const itself = eq(scheduledMessages.id, id);
  try {
    await sendMessage(await authorContext(ctx, tx, authorId), { id, conversationId, body });
    await tx.db.delete(scheduledMessages).where(itself);
    return "sent";
  } catch (error) {
    // Slow mode only asks for patience: the next run tries again.
    if (error instanceof AppError && error.code === "SLOW_MODE") return "broken";
    const refusal = error instanceof AppError ? { code: error.code, details: error.details } : null;
    const attempts = due.attempts + 1;
    const failure = refusal ?? (attempts >= attemptLimit ? { code: "INTERNAL" as const, details: {} } : null);
    if (!refusal) log().error({ err: error, id }, "scheduled message not sent");
    await tx.db.update(scheduledMessages).set({ failure, attempts }).where(itself);
    return failure ? "refused" : "broken";
  } finally {
    tx.emit(toOwnDevices(authorId, "scheduled.changed", { id }));
  }
}
