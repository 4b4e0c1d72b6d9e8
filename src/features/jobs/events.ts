import type { Job } from "./dto";

/** Where everybody hears of jobs who may see them. */
export const jobsChannel = "private-console-jobs";

/** A job has come further, or to its end; `job` is as a read would give it. */
export const jobChanged = "job.changed";
export type JobChanged = { job: Job };
