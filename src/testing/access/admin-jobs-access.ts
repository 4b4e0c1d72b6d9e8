import { randomUUID } from "node:crypto";
import { callAs } from "../caller";
import { createUser } from "../factories";
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

const forAdmins = (code: string) => ({ ...adminsOnly, admin: code });

export const adminJobsAccess: AccessRows = {
  "admin.jobs.list": { input: () => ({}), outcomes: adminsOnly },
  "admin.jobs.get": { input: job, outcomes: adminsOnly },
  "admin.jobs.items": { input: job, outcomes: adminsOnly },
  "admin.jobs.plans": { input: job, outcomes: adminsOnly },
  // What has begun cannot begin again.
  "admin.jobs.begin": { input: job, outcomes: forAdmins("ALREADY_DONE") },
  "admin.jobs.cancel": { input: job, outcomes: adminsOnly },
  // Nothing was done: there is nothing to take back. See jobs.test.ts.
  "admin.jobs.undo": { input: cancelledJob, outcomes: forAdmins("ALREADY_DONE") },
  "admin.jobs.retry": { input: cancelledJob, outcomes: adminsOnly },
  "admin.jobs.failedTasks": { outcomes: adminsOnly },
  "admin.jobs.retryFailedTask": {
    input: () => ({ name: "mail.send", id: randomUUID() }),
    outcomes: forAdmins("NOT_FOUND"),
  },
};
