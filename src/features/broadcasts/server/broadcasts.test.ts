import { and, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { doItems } from "@/features/jobs/server/do-items";
import { jobWork } from "@/features/jobs/server/job-tasks";
import type { NotificationEvents } from "@/features/notifications/events";
import { userChannel } from "@/features/users/channels";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { jobItems, jobs } from "@/server/db/schema/jobs";
import { notifications } from "@/server/db/schema/notifications";
import { users } from "@/server/db/schema/users";
import { callAs, outcomeOf } from "@/testing/caller";
import { actorContext, createUser } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import { runJobs } from "@/testing/run-jobs";
import { broadcastKind } from "./broadcast-kind";

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
