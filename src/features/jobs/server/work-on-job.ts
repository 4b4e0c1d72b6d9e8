import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { can } from "@/lib/permissions";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { jobItems, jobs } from "@/server/db/schema/jobs";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import { systemContext } from "@/server/trpc/request-context";
import { doItems } from "./do-items";
import { endJob } from "./end-job";
import type { JobKind } from "./job-kind";
import { goOn } from "./start-job";

/** After this long another job has its turn, in milliseconds. */
const turnMs = 30_000;
/** How often whoever watches is told how far it has come, in milliseconds. */
const announceEveryMs = 300;
/** So many are done in one transaction: those that a cancelled job or a killed process begins in vain. */
const batchSize = 25;

type OpenJob = typeof jobs.$inferSelect;

/**
 * Works on a job. Items are done in the transaction that takes them off the list, so that a process that is killed
 * leaves nothing half done and nothing is done twice, however often this is called.
 */
export function workOnJob(kinds: JobKind[]) {
  return async (_ctx: unknown, { jobId }: { jobId: string }): Promise<Record<string, number>> => {
    const [job] = await database()
      .db.update(jobs)
      .set({ state: "running", workedAt: sql`now()` })
      .where(and(eq(jobs.id, jobId), inArray(jobs.state, ["waiting", "running"])))
      .returning();
    if (!job) return { items: 0 };
    const kind = kinds.find((each) => each.kind === job.kind);
    const ctx = kind && (await contextOf(job, kind));
    if (!kind || !ctx) {
      await endJob(systemContext(), jobId, { state: "failed", problem: kind ? "FORBIDDEN" : "INTERNAL" });
      return { items: 0 };
    }
    return await workForATurn(ctx, job, kind);
  };
}

async function workForATurn(ctx: ActorContext, job: OpenJob, kind: JobKind) {
  const turnEnds = performance.now() + turnMs;
  let announcedAt = performance.now();
  for (let count = 0; ; ) {
    const items = await nextItems(job.id);
    if (items.length === 0) {
      await endJob(ctx, job.id, { state: "done" });
      return { items: count };
    }
    const announce = performance.now() - announcedAt > announceEveryMs;
    if (announce) announcedAt = performance.now();
    if (!(await doItems(ctx, job, kind, items, announce))) return { items: count };
    count += items.length;
    if (performance.now() < turnEnds) continue;
    await transaction(ctx, (tx) => goOn(tx, job.id));
    return { items: count };
  }
}

const nextItems = (jobId: string) =>
  database()
    .db.select()
    .from(jobItems)
    .where(and(eq(jobItems.jobId, jobId), eq(jobItems.state, "waiting")))
    .orderBy(asc(jobItems.position))
    .limit(batchSize);

/** Whoever started the job, as they may act now; null when they may no more. */
async function contextOf(job: OpenJob, kind: JobKind): Promise<ActorContext | null> {
  if (!job.startedBy) return null;
  const { id, username, displayName, email, role, status } = users;
  const [person] = await database()
    .db.select({ id, username, displayName, email, role, status })
    .from(users)
    .where(eq(id, job.startedBy));
  if (person?.status !== "active" || !can(person, kind.permission)) return null;
  const { status: _, ...actor } = person;
  return { ...job.origin, actor, enrolling: null };
}
