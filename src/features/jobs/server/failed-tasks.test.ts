import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { jobsSchema } from "@/server/jobs/jobs-schema";
import { callAs, outcomeOf } from "@/testing/caller";
import { createUser } from "@/testing/factories";

it("lists a background task that failed, and has it tried once more", async () => {
  const { jobs } = callAs(await createUser({ role: "admin" })).admin;
  const task = { name: "mail.send", id: randomUUID() };
  const table = sql.raw(`${jobsSchema}.job`);
  await database().db.execute(sql`
    insert into ${table} (id, name, state, retry_count, retry_limit, completed_on, output)
    values (${task.id}, ${task.name}, 'failed', 3, 3, now(), '{"message": "no route"}')`);
  expect(await jobs.failedTasks()).toContainEqual(
    expect.objectContaining({ ...task, attempts: 4, problem: "no route" }),
  );
  await jobs.retryFailedTask(task);
  expect(await jobs.failedTasks()).toEqual([]);
  const entries = await database()
    .db.select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.targetId, task.id));
  expect(entries).toEqual([{ action: "job.task-retried" }]);
  expect(await outcomeOf(jobs.retryFailedTask(task))).toBe("NOT_FOUND");
});
