import PgBoss from "pg-boss";
import { jobsSchema } from "@/server/jobs/jobs-schema";
import { systemContext } from "@/server/trpc/request-context";
import type { RegisteredJob } from "@/worker/registered-job";
import { jobs } from "@/worker/registry";

/**
 * Does everything that waits in a job's queue and is due, in this process, as the worker would.
 * Returns what each did, in order; a job that throws fails the test.
 */
export async function runJobs(name: string, registered: RegisteredJob[] = jobs): Promise<object[]> {
  const job = registered.find((each) => each.name === name);
  if (!job) throw new Error(`the worker has no job named ${name}`);
  const boss = new PgBoss({
    connectionString: process.env.DATABASE_URL,
    max: 1,
    schema: jobsSchema,
    supervise: false,
    schedule: false,
    migrate: false,
  });
  await boss.start();
  try {
    const outcomes: object[] = [];
    for (;;) {
      const [request] = await boss.fetch<object>(name);
      if (!request) return outcomes;
      outcomes.push(await job.run(systemContext(), request.data));
      await boss.complete(name, request.id);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
