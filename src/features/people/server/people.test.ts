import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { jobWork } from "@/features/jobs/server/job-tasks";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { users } from "@/server/db/schema/users";
import { callAs, cookieContext, outcomeOf, signInForCookie } from "@/testing/caller";
import { createGroup, createUser } from "@/testing/factories";
import { runJobs } from "@/testing/run-jobs";

const admin = await createUser({ role: "admin" });
const people = callAs(admin).admin.people;
const rowOf = async (id: string) => (await database().db.select().from(users).where(eq(users.id, id)))[0];

describe("suspending, banning and reactivating", () => {
  it("signs out at once, says why in the audit log, and lets back in", async () => {
    const person = await createUser();
    const { cookie } = await signInForCookie(person);
    expect((await cookieContext(cookie)).actor?.id).toBe(person.id);
    await people.changeStatus({ userId: person.id, change: "suspend", reason: "spam" });
    expect((await cookieContext(cookie)).actor).toBeNull();
    expect(await outcomeOf(signInForCookie(person))).toBe("ACCOUNT_NOT_ACTIVE");
    const [entry] = await database()
      .db.select()
      .from(auditEntries)
      .where(and(eq(auditEntries.action, "user.suspended"), eq(auditEntries.targetId, person.id)));
    expect(entry).toMatchObject({
      reason: "spam",
      before: { status: "active" },
      after: { status: "suspended" },
    });
    await people.changeStatus({ userId: person.id, change: "ban", reason: "more spam" });
    expect((await rowOf(person.id))?.status).toBe("banned");
    await people.changeStatus({ userId: person.id, change: "reactivate", reason: "a mistake" });
    expect(await outcomeOf(signInForCookie(person))).toBe("ok");
    expect(
      await outcomeOf(people.changeStatus({ userId: person.id, change: "reactivate", reason: "x" })),
    ).toBe("ALREADY_DONE");
  });

  it("is refused for oneself, and for the last administrator", async () => {
    expect(await outcomeOf(people.changeStatus({ userId: admin.id, change: "ban", reason: "x" }))).toBe(
      "NOT_YOURSELF",
    );
    const other = await createUser({ role: "admin" });
    await database().db.update(users).set({ status: "suspended" }).where(eq(users.id, admin.id));
    const last = () =>
      callAs(admin).admin.people.changeStatus({ userId: other.id, change: "ban", reason: "x" });
    expect(await outcomeOf(last())).toBe("LAST_ADMIN");
    expect(await outcomeOf(people.setRole({ userId: other.id, role: "user" }))).toBe("LAST_ADMIN");
    await database().db.update(users).set({ status: "active" }).where(eq(users.id, admin.id));
    expect(await outcomeOf(last())).toBe("ok");
  });

  it("of many is taken back for exactly those it changed", async () => {
    const [first, second, already] = [await createUser(), await createUser(), await createUser()];
    await people.changeStatus({ userId: already.id, change: "suspend", reason: "before" });
    const ids = [first.id, second.id, already.id, admin.id];
    const { id: jobId } = await people.work({
      action: "suspend",
      selected: { kind: "these", ids },
      reason: "spam",
    });
    await runJobs(jobWork.name);
    expect(await callAs(admin).admin.jobs.get({ jobId })).toMatchObject({ done: 2, failed: 2 });
    await people.changeStatus({ userId: second.id, change: "ban", reason: "worse" });
    const undo = await callAs(admin).admin.jobs.undo({ jobId });
    await runJobs(jobWork.name);
    expect(await callAs(admin).admin.jobs.get({ jobId: undo.id })).toMatchObject({ done: 1, failed: 1 });
    const statuses = await Promise.all(
      [first, second, already].map(async ({ id }) => (await rowOf(id))?.status),
    );
    expect(statuses).toEqual(["active", "banned", "suspended"]);
  });
});

it("gives roles to many, and takes them back", async () => {
  const [user, moderator] = [await createUser(), await createUser({ role: "moderator" })];
  const selected = { kind: "these" as const, ids: [user.id, moderator.id] };
  const { id: jobId } = await people.work({ action: "set-role", selected, role: "moderator" });
  await runJobs(jobWork.name);
  expect((await rowOf(user.id))?.role).toBe("moderator");
  expect((await callAs(admin).admin.jobs.items({ jobId, state: "failed" })).items).toMatchObject([
    { targetId: moderator.id, problem: "ALREADY_DONE" },
  ]);
  await callAs(admin).admin.jobs.undo({ jobId });
  await runJobs(jobWork.name);
  expect((await rowOf(user.id))?.role).toBe("user");
});

it("shows one person with sessions, sign-ins, groups, notes and what was done to them and by them", async () => {
  const person = await createUser();
  await signInForCookie(person);
  const group = await createGroup(person, [], { name: "Kitchen" });
  await callAs(person).conversations.openDirect({ userId: admin.id });
  await people.addNote({ userId: person.id, body: "lost a phone in May" });
  const details = await people.get({ userId: person.id });
  expect(details).toMatchObject({
    person: { id: person.id, status: "active" },
    sessions: [{ client: "browser" }],
    signIns: [{ outcome: "signed_in" }],
    conversations: [{ id: group.id, name: "Kitchen", role: "owner" }],
    notes: [{ body: "lost a phone in May", author: admin.displayName }],
  });
  expect(details.entries.map(({ action, by }) => [action, by])).toEqual([
    ["user.note-added", "others"],
    ["conversation.created", "them"],
  ]);
  const [session] = details.sessions;
  await people.endSessions({ userId: person.id, sessionId: session?.id, reason: "a lost phone" });
  expect((await people.get({ userId: person.id })).sessions).toEqual([]);
  expect(await outcomeOf(people.endSessions({ userId: person.id, reason: "again" }))).toBe("ALREADY_DONE");
});
