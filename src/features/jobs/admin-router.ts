import { permittedProcedure, router } from "@/server/trpc/init";
import { failedTaskInput, jobInput, listJobItemsInput, listJobsInput } from "./input";
import { beginJob } from "./server/begin-job";
import { cancelJob } from "./server/cancel-job";
import { countPlans } from "./server/count-plans";
import { listFailedTasks, retryFailedTask } from "./server/failed-tasks";
import { getJob } from "./server/get-job";
import { listJobItems } from "./server/list-job-items";
import { listJobs } from "./server/list-jobs";
import { retryJob } from "./server/retry-job";
import { undoJob } from "./server/undo-job";

export const adminJobsRouter = router({
  list: permittedProcedure("jobs.view")
    .input(listJobsInput)
    .query(({ input }) => listJobs(input)),
  get: permittedProcedure("jobs.view")
    .input(jobInput)
    .query(({ input }) => getJob(input)),
  items: permittedProcedure("jobs.view")
    .input(listJobItemsInput)
    .query(({ input }) => listJobItems(input)),
  plans: permittedProcedure("jobs.view")
    .input(jobInput)
    .query(({ input }) => countPlans(input)),
  begin: permittedProcedure("jobs.manage")
    .input(jobInput)
    .mutation(({ ctx, input }) => beginJob(ctx, input)),
  cancel: permittedProcedure("jobs.manage")
    .input(jobInput)
    .mutation(({ ctx, input }) => cancelJob(ctx, input)),
  undo: permittedProcedure("jobs.manage")
    .input(jobInput)
    .mutation(({ ctx, input }) => undoJob(ctx, input)),
  retry: permittedProcedure("jobs.manage")
    .input(jobInput)
    .mutation(({ ctx, input }) => retryJob(ctx, input)),
  failedTasks: permittedProcedure("jobs.view").query(() => listFailedTasks()),
  retryFailedTask: permittedProcedure("jobs.manage")
    .input(failedTaskInput)
    .mutation(({ ctx, input }) => retryFailedTask(ctx, input)),
});
