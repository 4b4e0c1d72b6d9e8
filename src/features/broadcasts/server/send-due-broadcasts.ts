import { and, asc, eq, isNull, lte, sql } from "drizzle-orm";
import { authorContext } from "@/features/messages/server/author-context";
import { can } from "@/lib/permissions";
import { AppError } from "@/server/app-error";
import type { Context } from "@/server/context";
import { broadcasts } from "@/server/db/schema/broadcasts";
import { type Transaction, transaction } from "@/server/db/transaction";
import { announceBroadcasts } from "./announce-broadcasts";
import { handOut } from "./hand-out";

/**
 * Begins to hand out every broadcast whose time has come, in the name of whoever planned it and as far as they may
 * still send it. Each is locked meanwhile, and marked as sent by the transaction that makes its job: a run that breaks
 * off, or two at once, send it once. What is refused stays with the reason. Returns how many were sent and refused.
 */
export async function sendDueBroadcasts(ctx: Context): Promise<{ sent: number; refused: number }> {
  const outcome = { sent: 0, refused: 0 };
  for (;;) {
    const result = await transaction(ctx, (tx) => sendNext(ctx, tx));
    if (result === null) return outcome;
    outcome[result] += 1;
  }
}

async function sendNext(ctx: Context, tx: Transaction): Promise<"sent" | "refused" | null> {
  const [due] = await tx.db
    .select()
    .from(broadcasts)
    .where(and(isNull(broadcasts.sentAt), isNull(broadcasts.failure), lte(broadcasts.sendAt, sql`now()`)))
    .orderBy(asc(broadcasts.sendAt), asc(broadcasts.id))
    .limit(1)
    .for("update", { skipLocked: true });
  if (!due) return null;
  try {
    await tx.attempt(async (part) => {
      const sender = await authorContext(ctx, part, due.sentBy ?? "");
      if (!can(sender.actor, "broadcasts.send")) throw new AppError("FORBIDDEN");
      await handOut(sender, part, due);
    });
    return "sent";
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const failure = { code: error.code, details: error.details };
    await tx.db.update(broadcasts).set({ failure }).where(eq(broadcasts.id, due.id));
    announceBroadcasts(tx);
    return "refused";
  }
}
