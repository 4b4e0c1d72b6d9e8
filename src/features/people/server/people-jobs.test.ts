import { and, eq, inArray, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Job } from "@/features/jobs/dto";
import { jobChanged } from "@/features/jobs/events";
import { jobWork } from "@/features/jobs/server/job-tasks";
import { resumeJobs } from "@/features/jobs/server/resume-jobs";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { jobs } from "@/server/db/schema/jobs";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, outcomeOf } from "@/testing/caller";
import { actorContext, createUser } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import { runJobs } from "@/testing/run-jobs";
import { peopleJobKinds } from "./people-job-kinds";

let admin: Actor;
let made = 0;

beforeAll(async () => {
  admin = await createUser({ role: "admin" });
});

const procedures = () => callAs(admin).admin;

/** People who wait, found by their common name. */
async function crowd(size: number) {
  const name = `crowd-${++made}-`;
  await database().db.execute(sql`
    insert into users (username, display_name, status)
    select ${name} || n, ${name} || n, 'pending' from generate_series(1, ${size}) n`);
  const filter = { status: "pending" as const, query: name };
  return { filter, selected: { kind: "all" as const, filter }, name };
}

const statusesOf = async (name: string) => {
  const rows = await database()
    .db.select({ status: users.status, count: sql<number>`count(*)::int` })
    .from(users)
    .where(sql`${users.username}::text like ${`${name}%`}`)
    .groupBy(users.status);
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
};

const work = () => runJobs(jobWork.name);

describe("work on many people", () => {
  it("is done to all that matched when it began, with an entry for each and for the whole", async () => {
    const { selected, name } = await crowd(120);
    const job = await procedures().people.work({ action: "approve", selected });
    expect(job).toMatchObject({
      state: "waiting",
      total: 120,
      done: 0,
      startedBy: { displayName: admin.displayName },
    });
    await createUser({ status: "pending", username: `${name}late` });
    await work();
    expect(await procedures().jobs.get({ jobId: job.id })).toMatchObject({
      state: "done",
      done: 120,
      failed: 0,
    });
    expect(await statusesOf(name)).toEqual({ active: 120, pending: 1 });
    const entries = await database()
      .db.select({ action: auditEntries.action })
      .from(auditEntries)
      .where(and(eq(auditEntries.targetType, "job"), eq(auditEntries.targetId, job.id)));
    expect(entries.map(({ action }) => action)).toEqual(["job.started", "job.finished"]);
    const each = await database().db.$count(
      auditEntries,
      and(
        eq(auditEntries.action, "user.approved"),
        eq(auditEntries.actorId, admin.id),
        sql`${auditEntries.targetId} in (select id::text from users where username::text like ${`${name}%`})`,
      ),
    );
    expect(each).toBe(120);
  });

  it("says of each one why it could not be done, and goes on", async () => {
    const [waiting, active] = [await createUser({ status: "pending" }), await createUser()];
    const selected = { kind: "these" as const, ids: [active.id, waiting.id] };
    const { id: jobId } = await procedures().people.work({ action: "reject", selected, reason: "spam" });
    await work();
    expect(await procedures().jobs.get({ jobId })).toMatchObject({
      state: "done",
      done: 1,
      failed: 1,
      reason: "spam",
    });
    expect((await procedures().jobs.items({ jobId, state: "failed" })).items).toEqual([
      {
        position: expect.any(Number),
        targetId: active.id,
        label: active.displayName,
        plan: null,
        state: "failed",
        problem: "ALREADY_DONE",
      },
    ]);
  });

  it("is taken back for exactly those it changed", async () => {
    const { selected, name } = await crowd(3);
    const before = await createUser({ status: "rejected", username: `${name}before` });
    const ids = await database()
      .db.select({ id: users.id })
      .from(users)
      .where(sql`${users.username}::text like ${`${name}%`}`);
    const { id: jobId } = await procedures().people.work({
      action: "reject",
      selected: { kind: "these", ids: ids.map(({ id }) => id) },
      reason: "spam",
    });
    await work();
    expect(await statusesOf(name)).toEqual({ rejected: 4 });
    expect(selected.kind).toBe("all");
    const undo = await procedures().jobs.undo({ jobId });
    expect(undo).toMatchObject({ undoes: jobId, total: 3 });
    await work();
    expect(await statusesOf(name)).toEqual({ pending: 3, rejected: 1 });
    const [row] = await database().db.select().from(users).where(eq(users.id, before.id));
    expect(row?.status).toBe("rejected");
    expect(await outcomeOf(procedures().jobs.undo({ jobId }))).toBe("ALREADY_DONE");
    expect(await outcomeOf(procedures().jobs.undo({ jobId: undo.id }))).toBe("ALREADY_DONE");
  });

  it("stops when it is cancelled, and what was not reached can be done later", async () => {
    const { selected, name } = await crowd(4);
    const { id: jobId } = await procedures().people.work({ action: "approve", selected });
    expect(await procedures().jobs.cancel({ jobId })).toMatchObject({ state: "cancelled" });
    await work();
    expect(await statusesOf(name)).toEqual({ pending: 4 });
    expect(await outcomeOf(procedures().jobs.cancel({ jobId }))).toBe("ALREADY_DONE");
    await procedures().jobs.retry({ jobId });
    await work();
    expect(await statusesOf(name)).toEqual({ active: 4 });
  });

  it("goes on where a killed process left it, and does nothing twice", async () => {
    const { selected, name } = await crowd(5);
    const { id: jobId } = await procedures().people.work({ action: "approve", selected });
    await work();
    // As after a kill in the middle: it says that it runs, some are on the list, and nobody works on it.
    await database().db.execute(sql`
      update job_items set state = 'waiting' where job_id = ${jobId} and position > 3`);
    await database().db.execute(sql`
      update users set status = 'pending' where id in
        (select target_id from job_items where job_id = ${jobId} and position > 3)`);
    await database()
      .db.update(jobs)
      .set({ state: "running", done: 3, finishedAt: null, workedAt: sql`now() - interval '1 minute'` })
      .where(eq(jobs.id, jobId));
    await resumeJobs(systemContext());
    await resumeJobs(systemContext());
    await work();
    expect(await procedures().jobs.get({ jobId })).toMatchObject({ state: "done", done: 5, failed: 0 });
    expect(await statusesOf(name)).toEqual({ active: 5 });
  });

  it("ends when whoever began it may no more", async () => {
    const other = await createUser({ role: "admin" });
    const { selected, name } = await crowd(2);
    const { id: jobId } = await callAs(other).admin.people.work({ action: "approve", selected });
    await database().db.update(users).set({ role: "user" }).where(eq(users.id, other.id));
    await work();
    expect(await procedures().jobs.get({ jobId })).toMatchObject({ state: "failed", problem: "FORBIDDEN" });
    expect(await statusesOf(name)).toEqual({ pending: 2 });
  });

  it("refuses to begin with nobody", async () => {
    const selected = { kind: "all" as const, filter: { query: "nobody has this name" } };
    expect(await outcomeOf(procedures().people.work({ action: "approve", selected }))).toBe("JOB_EMPTY");
    expect(await database().db.$count(jobs, eq(jobs.total, 0))).toBe(0);
  });

  it("tells whoever may see jobs how it goes, and nobody else", async () => {
    const { selected } = await crowd(2);
    const client = await listenAs(admin);
    expect(await client.subscribe("private-console-jobs")).toBe(true);
    const { id } = await procedures().people.work({ action: "approve", selected });
    const { job } = await client.event<{ job: Job }>(jobChanged, (told) => told.job.id === id);
    expect(job).toEqual(await procedures().jobs.get({ jobId: id }));
    client.close();
    const signatures = await callAs(await createUser()).conversations.authorizeChannels({
      socketId: "1.2",
      channels: ["private-console-jobs"],
    });
    expect(signatures).toEqual({ "private-console-jobs": null });
  });
});

it("does nothing of a use-case that joined a transaction which failed", async () => {
  const person = await createUser({ status: "pending" });
  const kind = peopleJobKinds.find((each) => each.kind === "people.approve");
  const failing = transaction(systemContext(), async (tx) => {
    await kind?.run(
      { ...actorContext(admin), within: tx },
      { targetId: person.id, label: "", input: null },
      {},
    );
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  const [row] = await database()
    .db.select()
    .from(users)
    .where(inArray(users.id, [person.id]));
  expect(row?.status).toBe("pending");
  expect(await database().db.$count(auditEntries, eq(auditEntries.targetId, person.id))).toBe(0);
});
