import { and, eq, inArray, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { jobItems, jobs } from "@/server/db/schema/jobs";
import { type Transaction, transaction } from "@/server/db/transaction";
import { log } from "@/server/log/log";
import { announceJob } from "./announce-job";
import { requireJob } from "./job-columns";
import type { JobKind } from "./job-kind";

type Job = typeof jobs.$inferSelect;
type Item = typeof jobItems.$inferSelect;
type Outcome = { position: number; problem: string | null; before: Record<string, unknown> | null };

class Stopped extends Error {}

/**
 * Does a few items in one transaction, which also takes them off the list: each for itself, so that one that
 * cannot be done leaves nothing behind but the reason. Returns false when the job has been cancelled: then none is done.
 * @param announce tell who watches how far the job has come
 */
export async function doItems(
  ctx: ActorContext,
  job: Job,
  kind: JobKind,
  items: Item[],
  announce: boolean,
): Promise<boolean> {
  try {
    await transaction(ctx, async (tx) => {
      const outcomes: Outcome[] = [];
      for (const item of await claim(tx, items)) outcomes.push(await attempt(ctx, tx, job, kind, item));
      await writeDown(tx, job.id, outcomes);
      if (announce) announceJob(tx, await requireJob(tx.db, job.id));
    });
    return true;
  } catch (error) {
    if (error instanceof Stopped) return false;
    throw error;
  }
}

async function attempt(
  ctx: ActorContext,
  tx: Transaction,
  job: Job,
  kind: JobKind,
  item: Item,
): Promise<Outcome> {
  const { position } = item;
  try {
    const before = await tx.attempt((part) => act({ ...ctx, within: part }, job, kind, item));
    return { position, problem: null, before };
  } catch (error) {
    if (error instanceof AppError) return { position, problem: error.code, before: null };
    log().error({ err: error, requestId: ctx.requestId, job: job.id, position }, "item failed");
    return { position, problem: "INTERNAL", before: null };
  }
}

async function act(ctx: ActorContext, job: Job, kind: JobKind, item: Item) {
  if (!job.undoes) return kind.run(ctx, item, job.input);
  if (!kind.undo) throw new AppError("FORBIDDEN");
  await kind.undo(ctx, item, item.input ?? {});
  return null;
}

/** Takes items off the list, those that nobody else has taken, in their order. */
async function claim(tx: Transaction, items: Item[]): Promise<Item[]> {
  const [first] = items;
  if (!first) return [];
  const claimed = await tx.db
    .update(jobItems)
    .set({ state: "done" })
    .where(
      and(
        eq(jobItems.jobId, first.jobId),
        eq(jobItems.state, "waiting"),
        inArray(
          jobItems.position,
          items.map(({ position }) => position),
        ),
      ),
    )
    .returning({ position: jobItems.position });
  const positions = new Set(claimed.map(({ position }) => position));
  return items.filter(({ position }) => positions.has(position));
}

async function writeDown(tx: Transaction, jobId: string, outcomes: Outcome[]) {
  const failed = outcomes.filter(({ problem }) => problem !== null).length;
  const told = outcomes.filter(({ problem, before }) => problem !== null || before !== null);
  if (told.length > 0) {
    await tx.db.execute(sql`
      update ${jobItems} set problem = told.problem, before = told.before,
        state = case when told.problem is null then 'done' else 'failed' end
      from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as told(position int, problem text, before jsonb)
      where ${jobItems.jobId} = ${jobId} and ${jobItems.position} = told.position`);
  }
  const counted = await tx.db
    .update(jobs)
    .set({
      done: sql`${jobs.done} + ${outcomes.length - failed}`,
      failed: sql`${jobs.failed} + ${failed}`,
      workedAt: sql`now()`,
    })
    .where(and(eq(jobs.id, jobId), eq(jobs.state, "running")))
    .returning({ id: jobs.id });
  if (counted.length === 0) throw new Stopped();
}
