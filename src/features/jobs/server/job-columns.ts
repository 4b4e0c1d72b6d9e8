import { eq, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import { database, type Queryable } from "@/server/db/client";
import { jobItems, jobs } from "@/server/db/schema/jobs";
import { users } from "@/server/db/schema/users";
import type { Job } from "../dto";
import type { JobKindName } from "../job-kinds";

const columns = {
  id: jobs.id,
  kind: sql<JobKindName>`${jobs.kind}`,
  state: jobs.state,
  total: jobs.total,
  done: jobs.done,
  failed: jobs.failed,
  problem: jobs.problem,
  reason: sql<string | null>`coalesce(${jobs.input} ->> 'reason', ${jobs.input} ->> 'fileName')`,
  startedBy: { id: users.id, username: users.username, displayName: users.displayName },
  undoes: jobs.undoes,
  undoable: sql<boolean>`(${jobs.undoes} is null
    and not exists (select from ${jobs} as undone where undone.undoes = ${jobs}.id)
    and exists (select from ${jobItems} where ${jobItems.jobId} = ${jobs}.id
      and ${jobItems.state} = 'done' and ${jobItems.before} is not null))`,
  createdAt: jobs.createdAt,
  changedAt: jobs.workedAt,
  finishedAt: jobs.finishedAt,
};

type Times = "createdAt" | "changedAt";
type Row = Omit<Job, Times | "finishedAt"> & Record<Times, Date> & { finishedAt: Date | null };

/** Jobs as they leave the server, still to be narrowed. */
export const selectJobs = (db: Queryable = database().db) =>
  db.select(columns).from(jobs).leftJoin(users, eq(users.id, jobs.startedBy)).$dynamic();

export const toJob = (row: Row): Job => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  changedAt: row.changedAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
});

/** A job as it stands in this transaction. Throws NOT_FOUND. */
export async function requireJob(db: Queryable, jobId: string): Promise<Job> {
  const [row] = await selectJobs(db).where(eq(jobs.id, jobId));
  if (!row) throw new AppError("NOT_FOUND");
  return toJob(row);
}
