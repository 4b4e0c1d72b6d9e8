import { sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { jobItems } from "@/server/db/schema/jobs";
import type { Job } from "../dto";
import type { JobInput } from "../input";
import { canUndoJob } from "../policy";
import { requireJob } from "./job-columns";
import { startJob } from "./start-job";

/** Takes back exactly what a job changed, as a job of its own. Throws NOT_FOUND or ALREADY_DONE. */
export async function undoJob(ctx: ActorContext, { jobId }: JobInput): Promise<Job> {
  const job = await requireJob(database().db, jobId);
  if (!canUndoJob(job)) throw new AppError("ALREADY_DONE");
  const items = sql`
    select (row_number() over (order by position))::int, target_id, label, before, null::jsonb
    from ${jobItems} where job_id = ${jobId} and state = 'done' and before is not null`;
  return startJob(ctx, { kind: job.kind, input: {}, undoes: jobId, items });
}
