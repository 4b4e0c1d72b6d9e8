import { type SQL, sql } from "drizzle-orm";
import PgBoss from "pg-boss";
import type { Queryable } from "@/server/db/client";
import { processSingleton } from "@/server/process-singleton";
import type { JobRequest } from "./job";
import { jobsSchema } from "./jobs-schema";

/** Inserts jobs with pg-boss's own statement, on the caller's transaction: they exist when it commits. */
export async function insertJobs(db: Queryable, requests: JobRequest[]): Promise<void> {
  const executeSql = async (text: string, values: unknown[]) => ({
    rows: [...(await db.execute(withParameters(text, values)))],
  });
  const jobs = requests.map(({ name, payload, options }) => ({
    name,
    data: payload,
    startAfter: options.startAfter?.toISOString(),
    singletonKey: options.singletonKey,
  }));
  await statements().insert(jobs, { db: { executeSql } });
}

/** Knows pg-boss's statements and runs none by itself. */
function statements(): PgBoss {
  return processSingleton("job-statements", () => {
    const executeSql = () => Promise.reject(new Error("jobs are inserted on a transaction"));
    return new PgBoss({ db: { executeSql }, schema: jobsSchema });
  });
}

/** A statement with `$1`, `$2` … as Drizzle takes it. */
function withParameters(text: string, values: unknown[]): SQL {
  const parts = text.split(/\$(\d+)/);
  return sql.join(
    parts.map((part, i) => (i % 2 === 0 ? sql.raw(part) : sql`${values[Number(part) - 1] ?? null}`)),
  );
}
