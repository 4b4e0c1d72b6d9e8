import PgBoss from "pg-boss";
import { database } from "@/server/db/client";
import { log } from "@/server/log/log";
import { systemContext } from "@/server/trpc/request-context";
import { jobs } from "./registry";

/** Runs the product's jobs (pg-boss on the same PostgreSQL and the same pool). */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const boss = new PgBoss({ db: { executeSql }, schema: "jobs" });
  boss.on("error", (error) => log().warn({ err: error }, "jobs"));
  await boss.start();
  for (const job of jobs) {
    await boss.createQueue(job.name, { name: job.name, retryLimit: 3, retryBackoff: true });
    await boss.work(job.name, async () => {
      const outcome = await job.run(systemContext());
      log().info({ job: job.name, ...outcome }, "job done");
    });
    await boss.schedule(job.name, job.cron);
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 5_000 }) };
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
