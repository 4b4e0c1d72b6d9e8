import { eq, sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { jobItems } from "@/server/db/schema/jobs";
import type { JobInput } from "../input";

/** Of how many items a job plans what; nothing for a job that was not planned. */
export async function countPlans({ jobId }: JobInput): Promise<Record<string, number>> {
  const rows = await database()
    .db.select({ plan: jobItems.plan, count: sql<number>`count(*)::int` })
    .from(jobItems)
    .where(eq(jobItems.jobId, jobId))
    .groupBy(jobItems.plan);
  return Object.fromEntries(rows.flatMap(({ plan, count }) => (plan ? [[plan, count]] : [])));
}
