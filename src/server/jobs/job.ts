/** A kind of work that is done later, in a worker. `Payload` is JSON; what it does stands in `src/worker/registry.ts`. */
export type Job<Payload extends object> = {
  /** noun.verb, e.g. `mail.send`; also the name of its queue. */
  name: string;
  /** Of requests with the same key only one waits at a time; without this, keys mean nothing. */
  coalesces: boolean;
  /** How often it is tried again, and how long after the first failure; each further wait is twice as long. */
  retries: { limit: number; firstWaitSeconds: number };
  /** Nothing at run time: keeps the payload's type with the job. */
  readonly payload?: Payload;
};

/** Declares a job, by which whoever may cause it and the worker's registry name it. */
export function defineJob<Payload extends object>(
  name: string,
  options?: { coalesces?: true; retries?: Job<Payload>["retries"] },
): Job<Payload> {
  return {
    name,
    coalesces: options?.coalesces ?? false,
    retries: options?.retries ?? usualRetries,
  };
}

export const usualRetries = { limit: 3, firstWaitSeconds: 1 };

export type JobOptions = {
  /** Not before this time. */
  startAfter?: Date;
  /** For jobs that coalesce: while one with this key waits, another one changes nothing. */
  singletonKey?: string;
};

export type JobRequest = { name: string; payload: object; options: JobOptions };
