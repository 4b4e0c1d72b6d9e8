import type { AuditEntry } from "@/features/audit-log/dto";

/** Counting what waits ends here. */
export const mattersMost = 1_000;

/** What may need a hand. */
export const matterKinds = [
  "approvals",
  "reports",
  "held",
  "glass",
  "events",
  "failedJobs",
  "failedTasks",
] as const;
export type MatterKind = (typeof matterKinds)[number];
export type Matter = { kind: MatterKind; count: number };

/** How lively the instance is. */
export type Pulse = {
  /** people with at least one device connected */
  online: number;
  /** messages of each of the last 60 minutes, oldest first; the last one is still running */
  minutes: number[];
  /** when the running minute began */
  minute: string;
};

/** How the instance's own parts are; null where one did not answer or has nothing to say. */
export type Health = {
  database: { answerMs: number; bytes: number };
  realtime: { answerMs: number } | null;
  /** events that were not handed to the realtime server yet */
  waitingEvents: number;
  mail: boolean;
  disk: { freeBytes: number; totalBytes: number } | null;
  /** when the worker last did what it does every minute */
  workerAt: string | null;
  workerLate: boolean;
  version: string;
};

/** What the viewer's role may know of the instance at one glance; null: not the viewer's to see. */
export type Dashboard = {
  matters: Matter[];
  pulse: Pulse;
  health: Health | null;
  audit: AuditEntry[] | null;
};
