import { eq, sql } from "drizzle-orm";
import type { Job } from "@/features/jobs/dto";
import { requireJob } from "@/features/jobs/server/job-columns";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { broadcasts } from "@/server/db/schema/broadcasts";
import { transaction } from "@/server/db/transaction";
import type { SendBroadcastInput } from "../input";
import { handOut } from "./hand-out";

/**
 * Sends a system message to all who belong to its audience at this moment; a job hands it out. The same id again
 * gives the same job. Throws JOB_EMPTY when there is nobody, ALREADY_DONE for an id whose job is gone or that waits.
 */
export async function sendBroadcast(ctx: ActorContext, input: SendBroadcastInput): Promise<Job> {
  return transaction(ctx, async (tx) => {
    const [made] = await tx.db
      .insert(broadcasts)
      .values({ ...input, sentBy: ctx.actor.id, sentAt: sql`clock_timestamp()` })
      .onConflictDoNothing()
      .returning();
    if (made) return handOut(ctx, tx, made);
    const [sent] = await tx.db
      .select({ jobId: broadcasts.jobId })
      .from(broadcasts)
      .where(eq(broadcasts.id, input.id));
    if (!sent?.jobId) throw new AppError("ALREADY_DONE");
    return requireJob(tx.db, sent.jobId);
  });
}
