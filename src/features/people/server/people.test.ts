import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { jobWork } from "@/features/jobs/server/job-tasks";
import { endSuspension } from "@/features/users/server/end-suspension";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, outcomeOf, signInForCookie } from "@/testing/caller";
import { createGroup, createUser } from "@/testing/factories";
import { runJobs } from "@/testing/run-jobs";

const admin = await createUser({ role: "admin" });
const { people, users: accounts } = callAs(admin).admin;
const rowOf = async (id: string) => (await database().db.select().from(users).where(eq(users.id, id)))[0];

describe("work that hurts", () => {
  it("is taken back for exactly those it changed", async () => {
    const [first, second, already] = [await createUser(), await createUser(), await createUser()];
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await accounts.ban({ userId: already.id, reason: "before" });
    const ids = [first.id, second.id, already.id, admin.id];
    const { id: jobId } = await people.work({
      action: "suspend",
      selected: { kind: "these", ids },
      ...{ reason: "spam", until },
    });
    await runJobs(jobWork.name);
    expect(await callAs(admin).admin.jobs.get({ jobId })).toMatchObject({ done: 2, failed: 2 });
    expect(await rowOf(first.id)).toMatchObject({ status: "suspended", suspendedUntil: new Date(until) });
    await accounts.ban({ userId: second.id, reason: "worse" });
    const undo = await callAs(admin).admin.jobs.undo({ jobId });
    await runJobs(jobWork.name);
    expect(await callAs(admin).admin.jobs.get({ jobId: undo.id })).toMatchObject({ done: 1, failed: 1 });
    const statuses = await Promise.all(
      [first, second, already].map(async ({ id }) => (await rowOf(id))?.status),
    );
    expect(statuses).toEqual(["active", "banned", "banned"]);
    expect((await rowOf(first.id))?.suspendedUntil).toBeNull();
  });

  it("gives back a suspension with its time, which then ends by itself", async () => {
    const person = await createUser();
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await accounts.suspend({ userId: person.id, reason: "spam", until });
    const selected = { kind: "these" as const, ids: [person.id] };
    const { id: jobId } = await people.work({ action: "reactivate", selected });
    await runJobs(jobWork.name);
    expect(await rowOf(person.id)).toMatchObject({ status: "active", suspendedUntil: null });
    await callAs(admin).admin.jobs.undo({ jobId });
    await runJobs(jobWork.name);
    expect(await rowOf(person.id)).toMatchObject({
      ...{ status: "suspended", statusReason: "spam", suspendedUntil: new Date(until) },
    });
    await database()
      .db.update(users)
      .set({ suspendedUntil: new Date(Date.now() - 1_000) })
      .where(eq(users.id, person.id));
    await endSuspension(systemContext(), { userId: person.id });
    expect((await rowOf(person.id))?.status).toBe("active");
  });
});

it("gives roles to many, and takes them back", async () => {
  const [user, moderator] = [await createUser(), await createUser({ role: "moderator" })];
  const selected = { kind: "these" as const, ids: [user.id, moderator.id] };
  const { id: jobId } = await people.work({
    action: "set-role",
    selected,
    role: "moderator",
    reason: "helpers",
  });
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
    notes: [{ body: "lost a phone in May", author: { displayName: admin.displayName } }],
  });
  const [session] = details.sessions;
  await people.endSessions({ userId: person.id, sessionId: session?.id, reason: "a lost phone" });
  expect((await people.get({ userId: person.id })).sessions).toEqual([]);
  expect(await outcomeOf(people.endSessions({ userId: person.id, reason: "again" }))).toBe("ALREADY_DONE");
});
