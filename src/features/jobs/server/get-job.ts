import { database } from "@/server/db/client";
import type { Job } from "../dto";
import type { JobInput } from "../input";
import { requireJob } from "./job-columns";

/** A job as it stands. Throws NOT_FOUND. */
export const getJob = ({ jobId }: JobInput): Promise<Job> => requireJob(database().db, jobId);
