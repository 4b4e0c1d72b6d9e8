import { and, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "@/server/context";
import { jobs } from "@/server/db/schema/jobs";
import { transaction } from "@/server/db/transaction";
import type { Job } from "../dto";
import { announceJob } from "./announce-job";
import { requireJob } from "./job-columns";

type End = { state: "done" | "cancelled" | "failed"; problem?: string };

const actions = { done: "job.finished", cancelled: "job.cancelled", failed: "job.failed" } as const;

/** Brings a job to its end, once; null when it has come to one already. */
export function endJob(ctx: Context, jobId: string, { state, problem }: End): Promise<Job | null> {
  return transaction(ctx, async (tx) => {
    const ended = await tx.db
      .update(jobs)
      .set({ state, problem: problem ?? null, workedAt: sql`now()`, finishedAt: sql`now()` })
      .where(and(eq(jobs.id, jobId), inArray(jobs.state, ["planned", "waiting", "running"])))
      .returning({ id: jobs.id });
    if (ended.length === 0) return null;
    const job = await requireJob(tx.db, jobId);
    const { kind, total, done, failed } = job;
    tx.audit({
      action: actions[state],
      target: { type: "job", id: jobId },
      after: { kind, total, done, failed, ...(problem ? { problem } : {}) },
    });
    announceJob(tx, job);
    return job;
  });
}
