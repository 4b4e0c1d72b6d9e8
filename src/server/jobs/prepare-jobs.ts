import PgBoss from "pg-boss";
import type { Job } from "./job";
import { jobsSchema } from "./jobs-schema";

/**
 * Brings pg-boss's tables up to its release and makes a queue for each job: from then on transactions can request
 * them, whichever process does the work. Can be repeated.
 */
export async function prepareJobs(url: string, jobs: Job<object>[]): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    max: 1,
    schema: jobsSchema,
    supervise: false,
    schedule: false,
  });
  boss.on("error", () => {});
  await boss.start();
  try {
    const existing = new Set((await boss.getQueues()).map(({ name }) => name));
    for (const { name, coalesces, retries } of jobs.filter((job) => !existing.has(job.name)))
      await boss.createQueue(name, {
        name,
        policy: coalesces ? "short" : "standard",
        retryLimit: retries.limit,
        retryDelay: retries.firstWaitSeconds,
        retryBackoff: true,
      });
  } finally {
    await boss.stop({ graceful: false });
  }
}
