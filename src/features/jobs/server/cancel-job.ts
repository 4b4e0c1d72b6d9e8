import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import type { Job } from "../dto";
import type { JobInput } from "../input";
import { endJob } from "./end-job";
import { requireJob } from "./job-columns";

/** Stops a job: what is done stays done, nothing more is. Throws NOT_FOUND, or ALREADY_DONE when it has ended. */
export async function cancelJob(ctx: ActorContext, { jobId }: JobInput): Promise<Job> {
  await requireJob(database().db, jobId);
  const job = await endJob(ctx, jobId, { state: "cancelled" });
  if (!job) throw new AppError("ALREADY_DONE");
  return job;
}
