import PgBoss from "pg-boss";
import { database } from "@/server/db/client";
import { jobsSchema } from "@/server/jobs/jobs-schema";
import { onJobsWaiting } from "@/server/jobs/wake-workers";
import { log } from "@/server/log/log";
import { systemContext } from "@/server/trpc/request-context";
import type { RegisteredJob } from "./registered-job";

/**
 * Does `jobs` (pg-boss on the same PostgreSQL and the same pool) until it is stopped. Their queues must exist
 * (`prepareJobs`). What was requested in this process begins at once, what was requested elsewhere within two seconds.
 */
export async function startWorker(jobs: RegisteredJob[]): Promise<{ stop(): Promise<void> }> {
  const boss = new PgBoss({ db: { executeSql }, schema: jobsSchema });
  boss.on("error", (error) => log().warn({ err: error }, "jobs"));
  await boss.start();
  const forget: (() => void)[] = [];
  for (const job of jobs) {
    // The clock's jobs come to the minute: nobody waits for them.
    const pollingIntervalSeconds = job.cron ? 15 : 2;
    const worker = await boss.work<object>(job.name, { pollingIntervalSeconds }, async ([request]) => {
      const outcome = await job.run(systemContext(), request?.data ?? {});
      log().info({ job: job.name, ...outcome }, "job done");
    });
    forget.push(onJobsWaiting(job.name, () => boss.notifyWorker(worker)));
    if (job.cron) await boss.schedule(job.name, job.cron);
  }
  return {
    async stop() {
      for (const each of forget) each();
      await boss.stop({ graceful: true, timeout: 5_000 });
    },
  };
}
/** Runs pg-boss's SQL on the process's pool. What has no parameters may hold a transaction of its own. */
async function executeSql(text: string, values?: unknown[]) {
  const { sql } = database();
  if (values && values.length > 0)
    return { rows: await sql.unsafe(text, values.map(toParameter) as never[]) };
  const connection = await sql.reserve();
  try {
    const results: unknown[] = await connection.unsafe(text);
    return { rows: results.flat() };
  } finally {
    connection.release();
  }
}

/** The pool passes JSON and timestamps on as text. */
function toParameter(value: unknown): unknown {
  if (value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  const isJson =
    typeof value === "object" && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);
  return isJson ? JSON.stringify(value) : value;
}
