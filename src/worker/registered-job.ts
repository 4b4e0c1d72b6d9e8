import type { Context } from "@/server/context";
import { type Job, usualRetries } from "@/server/jobs/job";

/** What a job did, in numbers, for the log. */
type Outcome = Record<string, number>;

export type RegisteredJob = Job<object> & {
  /** When it runs by itself, in UTC; null: only when a transaction requests it. */
  cron: string | null;
  run: (ctx: Context, payload: object) => Promise<Outcome>;
};

/** Work that the clock causes. Two runs never overlap in one process. */
export function scheduled(
  name: string,
  cron: string,
  run: (ctx: Context) => Promise<Outcome>,
): RegisteredJob {
  return { name, coalesces: true, retries: usualRetries, cron, run };
}

/** Work that transactions request with `tx.enqueue(job, payload)`. It may be done twice when a process is killed. */
export function requested<Payload extends object>(
  job: Job<Payload>,
  run: (ctx: Context, payload: Payload) => Promise<Outcome>,
): RegisteredJob {
  return { ...job, cron: null, run: (ctx, payload) => run(ctx, payload as Payload) };
}
