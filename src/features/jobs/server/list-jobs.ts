import { and, desc, eq, sql } from "drizzle-orm";
import { jobs } from "@/server/db/schema/jobs";
import type { JobPage } from "../dto";
import type { ListJobsInput } from "../input";
import { selectJobs, toJob } from "./job-columns";

/** Jobs, newest first, one keyset page at a time. */
export async function listJobs(input: ListJobsInput): Promise<JobPage> {
  const { limit } = input;
  const rows = await listJobsQuery(input);
  const page = rows.slice(0, limit).map(toJob);
  const last = page.at(-1);
  return {
    jobs: page,
    nextCursor: rows.length > limit && last ? { createdAt: last.createdAt, id: last.id } : null,
  };
}

/** The statement of `listJobs`: one row more than the page holds, if there are more. */
export function listJobsQuery({ state, kind, cursor, limit }: ListJobsInput) {
  return selectJobs()
    .where(
      and(
        state && eq(jobs.state, state),
        kind && eq(jobs.kind, kind),
        cursor
          ? sql`(${jobs.createdAt}, ${jobs.id}) < (${cursor.createdAt}::timestamptz, ${cursor.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(limit + 1);
}
