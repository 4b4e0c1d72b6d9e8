import { defineJob } from "@/server/jobs/job";

/** Works on a job for a while; what is left after that is another request. */
export const jobWork = defineJob<{ jobId: string }>("jobs.work", { coalesces: true });
