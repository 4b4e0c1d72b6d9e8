import { and, eq, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { jobs } from "@/server/db/schema/jobs";
import { transaction } from "@/server/db/transaction";
import type { Job } from "../dto";
import type { JobInput } from "../input";
import { requireJob } from "./job-columns";
import { goOn } from "./start-job";

/** Begins a job that was planned. Throws NOT_FOUND or ALREADY_DONE. */
export function beginJob(ctx: ActorContext, { jobId }: JobInput): Promise<Job> {
  return transaction(ctx, async (tx) => {
    const { kind, total } = await requireJob(tx.db, jobId);
    const begun = await tx.db
      .update(jobs)
      .set({ state: "waiting", startedBy: ctx.actor.id, workedAt: sql`now()` })
      .where(and(eq(jobs.id, jobId), eq(jobs.state, "planned")))
      .returning({ id: jobs.id });
    if (begun.length === 0) throw new AppError("ALREADY_DONE");
    tx.audit({ action: "job.started", target: { type: "job", id: jobId }, after: { kind, total } });
    return goOn(tx, jobId);
  });
}
