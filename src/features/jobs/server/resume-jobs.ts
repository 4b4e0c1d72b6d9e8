import { and, inArray, lt, sql } from "drizzle-orm";
import type { Context } from "@/server/context";
import { database } from "@/server/db/client";
import { jobs } from "@/server/db/schema/jobs";
import { transaction } from "@/server/db/transaction";
import { jobWork } from "./job-tasks";

/** Nobody has worked on a job for so long: whoever did is gone. */
const quietSeconds = 30;

/** Has open jobs gone on with that a process left when it was stopped or killed. */
export async function resumeJobs(ctx: Context): Promise<{ resumed: number }> {
  const left = await database()
    .db.select({ jobId: jobs.id })
    .from(jobs)
    .where(
      and(
        inArray(jobs.state, ["waiting", "running"]),
        lt(jobs.workedAt, sql`now() - ${quietSeconds} * interval '1 second'`),
      ),
    );
  if (left.length > 0) {
    await transaction(ctx, async (tx) => {
      for (const { jobId } of left) tx.enqueue(jobWork, { jobId }, { singletonKey: jobId });
    });
  }
  return { resumed: left.length };
}
