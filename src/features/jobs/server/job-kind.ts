import type { Permission } from "@/lib/permissions";
import type { ActorContext } from "@/server/context";
import type { JobKindName } from "../job-kinds";

type Details = Record<string, unknown>;

/** One of the things that a job does something with. */
export type WorkItem = { targetId: string | null; label: string; input: Details | null };

/** A kind of work on many. All of it runs in a transaction of its own for each item, as whoever started the job. */
export type JobKind = {
  kind: JobKindName;
  /** asked again when the job runs: who has lost it meanwhile does nothing more */
  permission: Permission;
  /**
   * Does it to one. Throws an `AppError` when it cannot be done. Returns what is needed to take it back,
   * or null when it cannot be, or when nothing was changed.
   */
  run: (ctx: ActorContext, item: WorkItem, input: Details) => Promise<Details | null>;
  /** Takes it back. Throws an `AppError` when somebody has changed it since. */
  undo?: (ctx: ActorContext, item: WorkItem, before: Details) => Promise<void>;
};
