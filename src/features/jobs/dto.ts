import type { NamedPerson } from "@/lib/erased";
import type { JobKindName } from "./job-kinds";

export const jobStates = ["planned", "waiting", "running", "done", "cancelled", "failed"] as const;
export type JobState = (typeof jobStates)[number];

/** Work on many, and how far it has come. */
export type Job = {
  id: string;
  kind: JobKindName;
  state: JobState;
  total: number;
  done: number;
  failed: number;
  /** Why the whole stopped, as a refusal's code. */
  problem: string | null;
  /** why it was begun; of an import the name of its file */
  reason: string | null;
  startedBy: NamedPerson | null;
  /** The job that this one takes back. */
  undoes: string | null;
  /** At least one change can be taken back, and has not been. */
  undoable: boolean;
  createdAt: string;
  /** Of two states of a job the one that changed later is the newer one. */
  changedAt: string;
  finishedAt: string | null;
};

export type JobPage = { jobs: Job[]; nextCursor: { createdAt: string; id: string } | null };

export type JobItem = {
  position: number;
  targetId: string | null;
  label: string;
  /** what was to become of it, where somebody looked at that first */
  plan: string | null;
  state: "waiting" | "done" | "failed";
  problem: string | null;
};

export type JobItemPage = { items: JobItem[]; nextCursor: number | null };

/** Work of the instance itself that failed for good. */
export type FailedTask = {
  id: string;
  name: string;
  failedAt: string;
  attempts: number;
  problem: string;
};
