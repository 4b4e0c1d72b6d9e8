import { and, asc, eq, gt } from "drizzle-orm";
import { database } from "@/server/db/client";
import { jobItems } from "@/server/db/schema/jobs";
import type { JobItemPage } from "../dto";
import type { ListJobItemsInput } from "../input";

/** What a job does something with, in its order, one keyset page at a time. */
export async function listJobItems(input: ListJobItemsInput): Promise<JobItemPage> {
  const { jobId, state, plan, cursor, limit } = input;
  const rows = await database()
    .db.select({
      position: jobItems.position,
      targetId: jobItems.targetId,
      label: jobItems.label,
      plan: jobItems.plan,
      state: jobItems.state,
      problem: jobItems.problem,
    })
    .from(jobItems)
    .where(
      and(
        eq(jobItems.jobId, jobId),
        state && eq(jobItems.state, state),
        plan ? eq(jobItems.plan, plan) : undefined,
        cursor ? gt(jobItems.position, cursor) : undefined,
      ),
    )
    .orderBy(asc(jobItems.position))
    .limit(limit + 1);
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.position ?? null) : null };
}
