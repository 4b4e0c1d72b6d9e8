import { and, eq, isNull, ne, or, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { jobItems, jobs } from "@/server/db/schema/jobs";
import { transaction } from "@/server/db/transaction";
import type { Job } from "../dto";
import type { JobInput } from "../input";
import { canRetryJob } from "../policy";
import { requireJob } from "./job-columns";
import { goOn } from "./start-job";

/** Tries what failed or was not reached once more, as whoever started it. Throws NOT_FOUND or ALREADY_DONE. */
export function retryJob(ctx: ActorContext, { jobId }: JobInput): Promise<Job> {
  return transaction(ctx, async (tx) => {
    if (!canRetryJob(await requireJob(tx.db, jobId))) throw new AppError("ALREADY_DONE");
    // What was refused when the job was planned stays refused.
    const open = and(ne(jobItems.state, "done"), or(isNull(jobItems.plan), ne(jobItems.plan, "refused")));
    await tx.db
      .update(jobItems)
      .set({ state: "waiting", problem: null })
      .where(and(eq(jobItems.jobId, jobId), open));
    const failed = sql`(select count(*) from ${jobItems} where job_id = ${jobId} and state = 'failed')`;
    await tx.db
      .update(jobs)
      .set({ state: "waiting", failed, problem: null, finishedAt: null, workedAt: sql`now()` })
      .where(eq(jobs.id, jobId));
    tx.audit({ action: "job.retried", target: { type: "job", id: jobId } });
    return goOn(tx, jobId);
  });
}
