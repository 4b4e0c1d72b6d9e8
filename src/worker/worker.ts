import PgBoss from "pg-boss";
import { database } from "@/server/db/client";
import { log } from "@/server/log/log";
import { systemContext } from "@/server/trpc/request-context";
import { jobs } from "./registry";

/** Runs the product's jobs (pg-boss on the same PostgreSQL and the same pool). */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const { sql } = database();
  const boss = new PgBoss({
    db: {
      executeSql: async (text, values) => ({ rows: await sql.unsafe(text, (values ?? []) as never[]) }),
    },
    schema: "jobs",
  });
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
