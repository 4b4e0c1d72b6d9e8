import { and, eq, inArray, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { jobsChannel } from "@/features/jobs/events";
import { doItems } from "@/features/jobs/server/do-items";
import { jobWork } from "@/features/jobs/server/job-tasks";
import type { NotificationEvents } from "@/features/notifications/events";
import { userChannel } from "@/features/users/channels";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { broadcasts } from "@/server/db/schema/broadcasts";
import { jobItems, jobs } from "@/server/db/schema/jobs";
import { notifications } from "@/server/db/schema/notifications";
import { users } from "@/server/db/schema/users";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, outcomeOf } from "@/testing/caller";
import { actorContext, createUser } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import { runJobs } from "@/testing/run-jobs";
import { broadcastsChanged } from "../events";
import { broadcastKind } from "./broadcast-kind";
import { sendDueBroadcasts } from "./send-due-broadcasts";

let admin: Actor;

beforeAll(async () => {
  admin = await createUser({ role: "admin" });
  await database().db.execute(sql`
    insert into users (username, display_name, status)
    select 'crowd-' || n, 'Crowd ' || n, 'active' from generate_series(1, 60) n`);
  await createUser({ status: "suspended" });
});

const text = { title: "Maintenance", body: "Tonight at ten." };
const send = (wanted: object = {}) =>
  callAs(admin).admin.broadcasts.send({
    ...{ id: v7(), ...text, important: false, audience: "everybody" as const },
    ...wanted,
  });
const schedule = (wanted: object = {}, by = admin) =>
  callAs(by).admin.broadcasts.schedule({
    ...{ id: v7(), ...text, important: false, audience: "everybody" as const },
    ...{ sendAt: new Date(Date.now() + 3_600_000).toISOString(), ...wanted },
  });
const cancel = (id: string) => callAs(admin).admin.broadcasts.cancel({ id });
const waiting = () => callAs(admin).admin.broadcasts.scheduled();
const sendDue = () => sendDueBroadcasts(systemContext());
const makeDue = (id: string) =>
  database()
    .db.update(broadcasts)
    .set({ sendAt: sql`now() - interval '1 second'` })
    .where(eq(broadcasts.id, id));
const work = () => runJobs(jobWork.name);
const active = () => database().db.$count(users, eq(users.status, "active"));

/** How often each person has a broadcast. */
async function counts(broadcastId: string): Promise<number[]> {
  const rows = await database().db.execute<{ count: number }>(sql`
    select count(n.id)::int as count from users u
    left join notifications n on n.user_id = u.id and n.broadcast_id = ${broadcastId}
    where u.status = 'active' group by u.id`);
  return rows.map((row) => row.count);
}

describe("a broadcast", () => {
  it("reaches everybody who is active once, live, is counted as read, and is in the audit log", async () => {
    const reader = await createUser();
    const device = await listenAs(reader);
    await device.subscribe(userChannel(reader.id));
    const id = v7();
    expect(await callAs(admin).admin.broadcasts.audience({ audience: "everybody" })).toBe(await active());
    const job = await send({ id, important: true });
    expect(job).toMatchObject({ kind: "broadcasts.deliver", total: await active(), state: "waiting" });
    expect((await send({ id })).id).toBe(job.id);
    await work();
    expect(new Set(await counts(id))).toEqual(new Set([1]));

    const { notifications: own } = await callAs(reader).notifications.list({});
    expect(own).toMatchObject([
      {
        kind: "broadcast",
        broadcast: { id, ...text, important: true },
        actor: { id: admin.id },
        read: false,
      },
    ]);
    const told = await device.event<NotificationEvents["notification.created"]>("notification.created");
    expect(told.notification).toEqual(own[0]);
    expect(await callAs(reader).notifications.countUnread()).toBe(1);
    expect(await callAs(reader).notifications.banners()).toEqual(own);

    await callAs(reader).notifications.markRead({ ids: [own[0]?.id ?? ""] });
    expect(await callAs(reader).notifications.banners()).toEqual([]);
    const [listed] = (await callAs(admin).admin.broadcasts.list({})).broadcasts;
    const total = job.total;
    expect(listed).toMatchObject({
      id,
      total,
      delivered: total,
      read: 1,
      sentBy: { displayName: admin.displayName },
    });
    const entries = await database()
      .db.select({ after: auditEntries.after })
      .from(auditEntries)
      .where(and(eq(auditEntries.action, "broadcast.sent"), eq(auditEntries.targetId, id)));
    expect(entries).toEqual([
      { after: { title: text.title, audience: "everybody", important: true, people: total } },
    ]);
    device.close();
  });

  it("is not sent by what waits, and what waits is not listed as sent", async () => {
    const [id, sendAt] = [v7(), new Date(Date.now() + 3_600_000).toISOString()];
    const planned = await schedule({ id, sendAt });
    expect(planned).toEqual({
      ...{ id, ...text, important: false, audience: "everybody", sendAt, failure: null },
      sentBy: { id: admin.id, username: admin.username, displayName: admin.displayName },
    });
    expect(await schedule({ id, sendAt, title: "Another" })).toEqual(planned);
    expect(await outcomeOf(send({ id }))).toBe("ALREADY_DONE");
    expect(await sendDue()).toEqual({ sent: 0, refused: 0 });
    expect(await waiting()).toEqual([planned]);
    const { broadcasts: sent } = await callAs(admin).admin.broadcasts.list({});
    expect(sent.map((each) => each.id)).not.toContain(id);
    await cancel(id);
  });

  it("goes out when its time has come, once, however many try at once and again, to whoever is there then", async () => {
    const watcher = await listenAs(admin);
    await watcher.subscribe(jobsChannel);
    const id = v7();
    await schedule({ id });
    await watcher.event(broadcastsChanged);
    const late = await createUser();
    await makeDue(id);
    const runs = await Promise.all([sendDue(), sendDue(), sendDue()]);
    expect(runs.reduce((sum, run) => sum + run.sent, 0)).toBe(1);
    expect(await sendDue()).toEqual({ sent: 0, refused: 0 });
    await Promise.all([work(), work()]);
    expect(new Set(await counts(id))).toEqual(new Set([1]));
    expect((await callAs(late).notifications.list({})).notifications).toMatchObject([
      { kind: "broadcast", broadcast: { id }, actor: { id: admin.id } },
    ]);
    expect(await waiting()).toEqual([]);
    const [listed] = (await callAs(admin).admin.broadcasts.list({})).broadcasts;
    expect(listed).toMatchObject({ id, delivered: listed?.total, sentBy: { id: admin.id } });
    expect(await outcomeOf(cancel(id))).toBe("NOT_FOUND");
    expect(await outcomeOf(schedule({ id }))).toBe("ALREADY_DONE");
    const entries = await database()
      .db.select({ action: auditEntries.action, actorId: auditEntries.actorId })
      .from(auditEntries)
      .where(inArray(auditEntries.targetId, [id, listed?.jobId ?? ""]))
      .orderBy(auditEntries.id);
    // Also what its job did is the act of whoever planned it.
    expect(entries).toEqual([
      { action: "broadcast.scheduled", actorId: admin.id },
      { action: "job.started", actorId: admin.id },
      { action: "broadcast.sent", actorId: admin.id },
      { action: "job.finished", actorId: admin.id },
    ]);
    watcher.close();
  });

  it("is not sent again after its job was cleaned away", async () => {
    const id = v7();
    const { id: jobId } = await send({ id });
    await work();
    await database().db.delete(jobs).where(eq(jobs.id, jobId));
    expect(await sendDue()).toEqual({ sent: 0, refused: 0 });
    expect(await outcomeOf(cancel(id))).toBe("NOT_FOUND");
  });

  it("is taken away before its time by any administrator, and is in the audit log", async () => {
    const id = v7();
    await schedule({ id });
    const other = await createUser({ role: "admin" });
    await callAs(other).admin.broadcasts.cancel({ id });
    await makeDue(id);
    expect(await sendDue()).toEqual({ sent: 0, refused: 0 });
    expect(await outcomeOf(cancel(id))).toBe("NOT_FOUND");
    const [entry] = await database()
      .db.select()
      .from(auditEntries)
      .where(and(eq(auditEntries.action, "broadcast.cancelled"), eq(auditEntries.targetId, id)));
    expect(entry).toMatchObject({ actorId: other.id, before: { title: text.title } });
  });

  it("does not go out for whoever may no longer send it, and says why to the others", async () => {
    const [gone, demoted] = [await createUser({ role: "admin" }), await createUser({ role: "admin" })];
    const [one, two, three] = [v7(), v7(), v7()];
    for (const [by, id] of [
      [gone, one],
      [demoted, two],
    ] as const) {
      await schedule({ id }, by);
    }
    await schedule({ id: three, audience: "moderator" });
    await database().db.update(users).set({ status: "suspended" }).where(eq(users.id, gone.id));
    await database().db.update(users).set({ role: "user" }).where(eq(users.id, demoted.id));
    await database().db.update(users).set({ role: "user" }).where(eq(users.role, "moderator"));
    for (const id of [one, two, three]) await makeDue(id);
    expect(await sendDue()).toEqual({ sent: 0, refused: 3 });
    expect(await sendDue()).toEqual({ sent: 0, refused: 0 });
    const failures = new Map((await waiting()).map(({ id, failure }) => [id, failure?.code]));
    expect([one, two, three].map((id) => failures.get(id))).toEqual([
      "ACCOUNT_NOT_ACTIVE",
      "FORBIDDEN",
      "JOB_EMPTY",
    ]);
    for (const id of [one, two, three]) await cancel(id);
    expect(await waiting()).toEqual([]);
  });

  it("is planned for a time within a year, and not without end", async () => {
    const at = (ms: number) => ({ sendAt: new Date(Date.now() + ms).toISOString() });
    expect(await outcomeOf(schedule(at(-1_000)))).toBe("SEND_TIME_INVALID");
    expect(await outcomeOf(schedule(at(400 * 86_400_000)))).toBe("SEND_TIME_INVALID");
    for (let i = 0; i < 50; i++) await schedule();
    expect(await outcomeOf(schedule())).toBe("TOO_MANY_SCHEDULED");
    for (const { id } of await waiting()) await cancel(id);
  });

  it("goes to nobody but those with the role it is for", async () => {
    const moderator = await createUser({ role: "moderator" });
    const id = v7();
    await send({ id, audience: "moderator" });
    await work();
    const has = await database()
      .db.select({ userId: notifications.userId })
      .from(notifications)
      .where(eq(notifications.broadcastId, id));
    expect(has).toEqual([{ userId: moderator.id }]);
  });

  it("is not done twice where a process dies after it handed some out, or two work on it at once", async () => {
    const id = v7();
    const { id: jobId } = await send({ id });
    const [job] = await database()
      .db.update(jobs)
      .set({ state: "running" })
      .where(eq(jobs.id, jobId))
      .returning();
    const items = await database().db.select().from(jobItems).where(eq(jobItems.jobId, jobId)).limit(20);
    if (!job) throw new Error("no job");
    // One dies in the middle of its transaction, two others have taken the same list.
    await expect(
      doItems(
        actorContext(admin),
        job,
        { ...broadcastKind, run: () => Promise.reject("killed") },
        items,
        false,
      ),
    ).resolves.toBe(true);
    await callAs(admin).admin.jobs.cancel({ jobId });
    await callAs(admin).admin.jobs.retry({ jobId });
    await Promise.all([work(), work()]);
    await work();
    expect(new Set(await counts(id))).toEqual(new Set([1]));
    expect(await callAs(admin).admin.jobs.get({ jobId })).toMatchObject({ state: "done", failed: 0 });
  });

  it("can be taken back, and is then gone from everybody's notifications", async () => {
    const reader = await createUser();
    const id = v7();
    const { id: jobId } = await send({ id, important: true });
    await work();
    expect(await callAs(reader).notifications.countUnread()).toBe(1);
    await callAs(admin).admin.jobs.undo({ jobId });
    await work();
    expect(new Set(await counts(id))).toEqual(new Set([0]));
    expect(await callAs(reader).notifications.countUnread()).toBe(0);
    expect(await callAs(reader).notifications.banners()).toEqual([]);
  });

  it("is nothing that anybody but an administrator sends", async () => {
    for (const role of ["user", "moderator"] as const) {
      const { broadcasts } = callAs(await createUser({ role })).admin;
      const id = v7();
      expect(await outcomeOf(broadcasts.send({ id, ...text, important: true, audience: "everybody" }))).toBe(
        "FORBIDDEN",
      );
      expect(await counts(id)).not.toContain(1);
    }
  });
});
