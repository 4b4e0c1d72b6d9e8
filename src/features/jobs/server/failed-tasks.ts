import { sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { transaction } from "@/server/db/transaction";
import { jobsSchema } from "@/server/jobs/jobs-schema";
import { wakeWorkers } from "@/server/jobs/wake-workers";
import type { FailedTask } from "../dto";
import type { FailedTaskInput } from "../input";

const table = sql.raw(`${jobsSchema}.job`);

/** Work of the instance itself (mail, clean-ups) that was tried often enough and failed; the newest 100. */
export async function listFailedTasks(): Promise<FailedTask[]> {
  const rows = await database().db.execute<Omit<FailedTask, "failedAt"> & { failed_at: string }>(sql`
    select id, name, coalesce(completed_on, created_on) as failed_at, retry_count + 1 as attempts,
      left(coalesce(output ->> 'message', output ->> 'value', ''), 300) as problem
    from ${table} where state = 'failed' order by completed_on desc nulls last limit 100`);
  return [...rows].map(({ failed_at, ...task }) => ({
    ...task,
    failedAt: new Date(failed_at).toISOString(),
  }));
}

/** Has it tried once more. Throws NOT_FOUND when it is not there or did not fail. */
export async function retryFailedTask(ctx: ActorContext, { name, id }: FailedTaskInput): Promise<void> {
  await transaction(ctx, async (tx) => {
    const retried = await tx.db.execute(sql`
      update ${table} set state = 'retry', retry_limit = retry_limit + 1, start_after = now(), completed_on = null
      where name = ${name} and id = ${id} and state = 'failed' returning id`);
    if (retried.length === 0) throw new AppError("NOT_FOUND");
    tx.audit({ action: "job.task-retried", target: { type: "job", id }, after: { name } });
    tx.afterCommit(() => wakeWorkers([name]));
  });
}
