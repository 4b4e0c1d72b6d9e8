import { z } from "zod";
import { jobStates } from "./dto";
import { jobKindNames } from "./job-kinds";

export const listJobsInput = z.strictObject({
  state: z.enum(jobStates).optional(),
  kind: z.enum(jobKindNames).optional(),
  cursor: z.strictObject({ createdAt: z.iso.datetime(), id: z.uuid() }).nullish(),
  limit: z.int().min(1).max(100).default(25),
});
export type ListJobsInput = z.infer<typeof listJobsInput>;

export const jobInput = z.strictObject({ jobId: z.uuid() });
export type JobInput = z.infer<typeof jobInput>;

export const listJobItemsInput = jobInput.extend({
  state: z.enum(["waiting", "done", "failed"]).optional(),
  plan: z.string().max(40).optional(),
  cursor: z.int32().min(0).nullish(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListJobItemsInput = z.infer<typeof listJobItemsInput>;

export const failedTaskInput = z.strictObject({ name: z.string().min(1).max(100), id: z.uuid() });
export type FailedTaskInput = z.infer<typeof failedTaskInput>;
