import type { Job } from "./dto";

export const isOpen = (job: Pick<Job, "state">) => job.state === "waiting" || job.state === "running";
export const canCancelJob = (job: Pick<Job, "state">) => isOpen(job) || job.state === "planned";
export const canBeginJob = (job: Pick<Job, "state">) => job.state === "planned";
export const canUndoJob = (job: Pick<Job, "state" | "undoable">) => !isOpen(job) && job.undoable;
/** What was not done can be tried again, unless it was taken back. */
export const canRetryJob = (job: Pick<Job, "state" | "done" | "total">) =>
  !isOpen(job) && job.state !== "planned" && job.done < job.total;
