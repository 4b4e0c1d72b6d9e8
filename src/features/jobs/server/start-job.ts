import { eq, type SQL, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { jobItems, jobs } from "@/server/db/schema/jobs";
import { type Transaction, transaction } from "@/server/db/transaction";
import type { Job } from "../dto";
import type { JobKindName } from "../job-kinds";
import { announceJob } from "./announce-job";
import { requireJob } from "./job-columns";
import { jobWork } from "./job-tasks";

type NewJob = {
  kind: JobKindName;
  /** what holds for all items */
  input: Record<string, unknown>;
  undoes?: string;
  /** a query of (position, target_id, label, input, before): the items as they are at this moment */
  items: SQL;
  /** somebody looks at it first: the query also gives (plan, state, problem), and nothing begins yet */
  planned?: boolean;
};

/** Writes down what is to be done with whom, and has it done. Throws JOB_EMPTY when there is nobody. */
export function startJob(
  ctx: ActorContext,
  { kind, input, undoes, items, planned = false }: NewJob,
): Promise<Job> {
  return transaction(ctx, async (tx) => {
    const { requestId, ip, userAgent, sessionId } = ctx;
    const [row] = await tx.db
      .insert(jobs)
      .values({
        kind,
        input,
        undoes,
        state: planned ? "planned" : "waiting",
        total: 0,
        startedBy: ctx.actor.id,
        origin: { requestId, ip, userAgent, sessionId },
      })
      .returning({ id: jobs.id });
    const jobId = (row as { id: string }).id;
    const more = planned ? sql`, plan, state, problem` : sql``;
    const [counted] = await tx.db.execute<{ total: number; done: number; failed: number }>(sql`
      with added as (
        insert into ${jobItems} (job_id, position, target_id, label, input, before${more})
        select ${jobId}::uuid, items.* from (${items}) as items returning state)
      select count(*)::int as total, count(*) filter (where state = 'done')::int as done,
        count(*) filter (where state = 'failed')::int as failed from added`);
    if (!counted?.total) throw new AppError("JOB_EMPTY");
    const { total } = counted;
    await tx.db
      .update(jobs)
      .set({ ...counted })
      .where(eq(jobs.id, jobId));
    tx.audit({
      action: planned ? "job.planned" : "job.started",
      target: { type: "job", id: jobId },
      after: { kind, total, ...(undoes ? { undoes } : {}) },
      reason: typeof input.reason === "string" ? input.reason : undefined,
    });
    return planned ? requireJob(tx.db, jobId) : goOn(tx, jobId);
  });
}

/** Has a worker go on with a job, and tells who watches. */
export async function goOn(tx: Transaction, jobId: string): Promise<Job> {
  tx.enqueue(jobWork, { jobId }, { singletonKey: jobId });
  const job = await requireJob(tx.db, jobId);
  announceJob(tx, job);
  return job;
}
