import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { planImport } from "@/features/people/server/import/plan-import";
import { database } from "@/server/db/client";
import { jobItems } from "@/server/db/schema/jobs";
import { callAs } from "../caller";
import { actorContext, createUser } from "../factories";
import { type AccessRows, adminsOnly } from "./outcomes";
import { pendingInput } from "./subjects";

async function job() {
  const admin = callAs(await createUser({ role: "admin" }));
  const { userId } = await pendingInput();
  const selected = { kind: "these" as const, ids: [userId] };
  return { jobId: (await admin.admin.people.work({ action: "approve", selected })).id };
}

async function cancelledJob() {
  const input = await job();
  await callAs(await createUser({ role: "admin" })).admin.jobs.cancel(input);
  return input;
}

async function plannedJob() {
  const bytes = new TextEncoder().encode(`username\n${randomUUID().slice(0, 18)}`);
  const admin = actorContext(await createUser({ role: "admin" }));
  return { jobId: (await planImport(admin, { bytes, fileName: "people.csv" })).id };
}

/** One that changed somebody before it was cancelled. */
async function undoableJob() {
  const input = await cancelledJob();
  await database()
    .db.update(jobItems)
    .set({ state: "done", before: { status: "pending", statusReason: null, suspendedUntil: null } })
    .where(eq(jobItems.jobId, input.jobId));
  return input;
}

const forAdmins = (code: string) => ({ ...adminsOnly, admin: code });

export const adminJobsAccess: AccessRows = {
  "admin.jobs.list": { input: () => ({}), outcomes: adminsOnly },
  "admin.jobs.get": { input: job, outcomes: adminsOnly },
  "admin.jobs.items": { input: job, outcomes: adminsOnly },
  "admin.jobs.plans": { input: job, outcomes: adminsOnly },
  "admin.jobs.begin": { input: plannedJob, outcomes: adminsOnly },
  "admin.jobs.cancel": { input: job, outcomes: adminsOnly },
  "admin.jobs.undo": { input: undoableJob, outcomes: adminsOnly },
  "admin.jobs.retry": { input: cancelledJob, outcomes: adminsOnly },
  "admin.jobs.failedTasks": { outcomes: adminsOnly },
  "admin.jobs.retryFailedTask": {
    input: () => ({ name: "mail.send", id: randomUUID() }),
    outcomes: forAdmins("NOT_FOUND"),
  },
};
