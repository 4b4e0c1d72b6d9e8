import { and, desc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jobWork } from "@/features/jobs/server/job-tasks";
import { signIn } from "@/features/sessions/server/sign-in";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { passkeys, totpFactors } from "@/server/db/schema/factors";
import { users } from "@/server/db/schema/users";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, cookieContext, outcomeOf, signInForCookie } from "@/testing/caller";
import { createImportedUser, createUser, testPassword } from "@/testing/factories";
import { type MailServer, startMailServer, withoutMail } from "@/testing/mail-server";
import { until } from "@/testing/realtime-client";
import { runJobs } from "@/testing/run-jobs";
import { createCaller } from "@/trpc/root";

let admin: Actor;
let mail: MailServer;
beforeAll(async () => {
  admin = await createUser({ role: "admin" });
  mail = await startMailServer();
});
afterAll(() => mail.close());

const people = () => callAs(admin).admin.people;
/** Somebody who may sign in: there is mail here, so that addresses have to be confirmed. */
async function confirmed(): Promise<Actor> {
  const person = await createUser();
  await callAs(admin).admin.users.confirmEmail({ userId: person.id });
  return person;
}
const rowOf = async (id: string) => (await database().db.select().from(users).where(eq(users.id, id)))[0];
const entryOf = async (action: string, targetId: string) =>
  (
    await database()
      .db.select()
      .from(auditEntries)
      .where(and(eq(auditEntries.action, action), eq(auditEntries.targetId, targetId)))
      .orderBy(desc(auditEntries.id))
  )[0];

describe("a person whom an administrator creates", () => {
  it("takes the account over by the link, which is mailed", async () => {
    const profile = { displayName: "Nora", username: "nora", email: "nora@example.org" };
    const { userId, invitation } = await people().create(profile);
    expect(invitation.mailed).toBe(true);
    expect(await rowOf(userId)).toMatchObject({ ...profile, status: "deactivated", role: "user" });
    await runJobs("mail.send");
    expect((await mail.mailTo(profile.email)).links).toContain(invitation.url);
    const token = invitation.url.split("/").at(-1) ?? "";
    await callAs(null).users.acceptLink({ ...profile, token, password: testPassword });
    expect(await rowOf(userId)).toMatchObject({ status: "active", emailVerifiedAt: expect.any(Date) });
    expect(await entryOf("user.created", userId)).toMatchObject({ actorId: admin.id, after: profile });

    const again = { ...profile, email: "other@example.org" };
    expect(await outcomeOf(people().create(again))).toBe("USERNAME_TAKEN");
    expect(await outcomeOf(people().create({ ...profile, username: "nora2" }))).toBe("EMAIL_TAKEN");
  });

  it("needs no address: the link is handed on", async () => {
    const made = await people().create({ displayName: "Olaf", username: "olaf", email: "" });
    expect(made.invitation).toMatchObject({ mailed: false, url: expect.stringContaining("/set-up/") });
  });
});

describe("a person whom an administrator edits", () => {
  it("has an unconfirmed address afterwards, and the old one is told", async () => {
    const person = await confirmed();
    const change = { displayName: "Renamed", username: `${person.username}x`, bio: "writes" };
    await people().edit({ userId: person.id, ...change, email: "moved@example.org" });
    expect(await rowOf(person.id)).toMatchObject({
      ...change,
      email: "moved@example.org",
      emailVerifiedAt: null,
    });
    await runJobs("mail.send");
    expect((await mail.mailTo(person.email ?? "")).text).toContain("moved@example.org");
    expect(await entryOf("user.edited", person.id)).toMatchObject({
      actorId: admin.id,
      before: { displayName: person.displayName, email: person.email, bio: "" },
      after: { displayName: "Renamed", email: "moved@example.org", bio: "writes" },
    });
    expect((await people().get({ userId: person.id })).bio).toBe("writes");
  });

  it("keeps a confirmed address that stays, and nobody edits themselves so", async () => {
    const [person, other] = [await confirmed(), await createUser()];
    const { username, email } = person;
    const edit = (change: object) =>
      outcomeOf(
        people().edit({
          ...{ userId: person.id, username, displayName: "Same", bio: "", email: email ?? "" },
          ...change,
        }),
      );
    expect(await edit({})).toBe("ok");
    expect((await rowOf(person.id))?.emailVerifiedAt).not.toBeNull();
    expect(await edit({ username: other.username })).toBe("USERNAME_TAKEN");
    expect(await edit({ email: other.email })).toBe("EMAIL_TAKEN");
    expect(await edit({ userId: admin.id, username: admin.username })).toBe("OWN_ACCOUNT");
  });
});

describe("a second factor that is demanded of one person", () => {
  it("closes everything to them until they have one, and not to others", async () => {
    const [person, other] = [await confirmed(), await confirmed()];
    const cookies = await Promise.all([person, other].map((each) => signInForCookie(each)));
    const me = async (at: 0 | 1) =>
      outcomeOf(createCaller(await cookieContext(cookies[at]?.cookie ?? "")).users.me());
    await people().requireSecondFactor({ userId: person.id, required: true });
    expect([await me(0), await me(1)]).toEqual(["SECOND_FACTOR_REQUIRED", "ok"]);
    expect(await outcomeOf(people().requireSecondFactor({ userId: person.id, required: true }))).toBe(
      "ALREADY_DONE",
    );
    await people().requireSecondFactor({ userId: person.id, required: false });
    expect(await me(0)).toBe("ok");
    expect(await entryOf("user.second-factor-demanded", person.id)).toMatchObject({
      before: { required: true },
      after: { required: false },
    });
  });

  it("is demanded of many at once, and taken back", async () => {
    const [one, two] = [await createUser(), await createUser()];
    const selected = { kind: "these" as const, ids: [one.id, two.id] };
    const { id: jobId } = await people().work({ action: "require-second-factor", selected });
    await runJobs(jobWork.name);
    expect((await rowOf(two.id))?.secondFactorRequired).toBe(true);
    await callAs(admin).admin.jobs.undo({ jobId });
    await runJobs(jobWork.name);
    expect((await rowOf(two.id))?.secondFactorRequired).toBe(false);
  });
});

describe("imported people who are invited together", () => {
  it("get their links by mail, and whom no mail reaches is left out with the reason", async () => {
    const [one, two] = [await createImportedUser(), await createImportedUser()];
    const email = `${one.username}@example.org`;
    await database().db.update(users).set({ email }).where(eq(users.id, one.id));
    const selected = { kind: "these" as const, ids: [one.id, two.id] };
    const { id: jobId } = await people().work({ action: "invite", selected });
    await runJobs(jobWork.name);
    expect(await callAs(admin).admin.jobs.get({ jobId })).toMatchObject({ done: 1, failed: 1 });
    const { items } = await callAs(admin).admin.jobs.items({ jobId, state: "failed" });
    expect(items).toMatchObject([{ problem: "EMAIL_MISSING" }]);
    await runJobs("mail.send");
    const [link = ""] = (await mail.mailTo(email)).links;
    const token = link.split("/").at(-1) ?? "";
    expect(await callAs(null).users.describeLink({ token })).toMatchObject({ purpose: "invitation" });
    expect(await entryOf("user.invited", one.id)).toMatchObject({ actorId: admin.id });

    await callAs(admin).admin.jobs.undo({ jobId });
    await runJobs(jobWork.name);
    expect(await outcomeOf(callAs(null).users.describeLink({ token }))).toBe("LINK_INVALID");
    expect(await entryOf("user.invitation-withdrawn", one.id)).toMatchObject({ actorId: admin.id });
  });
});

describe("a new password that is demanded of many", () => {
  const demand = async (ids: string[]) => {
    const { id: jobId } = await people().work({
      ...{ action: "reset-password", reason: "a leak" },
      selected: { kind: "these", ids },
    });
    await runJobs(jobWork.name);
    return callAs(admin).admin.jobs.get({ jobId });
  };
  const enter = (person: Actor, password = testPassword) =>
    outcomeOf(signIn(systemContext(), { login: person.username, password }));

  it("keeps the present one from letting them in, until they have chosen another", async () => {
    const person = await confirmed();
    const { cookie } = await signInForCookie(person);
    expect(await demand([person.id])).toMatchObject({ done: 1, failed: 0 });
    expect((await cookieContext(cookie)).actor).toBeNull();
    expect(await enter(person)).toBe("PASSWORD_RESET_REQUIRED");
    expect(await enter(person, "wrong password")).toBe("INVALID_CREDENTIALS");
    await runJobs("mail.send");
    const [link = ""] = (await mail.mailTo(person.email ?? "")).links;
    const token = link.split("/").at(-1) ?? "";
    await callAs(null).users.resetPassword({ token, password: "another horse battery" });
    expect(await enter(person, "another horse battery")).toBe("ok");
  });

  it("is taken back while nobody has chosen, and not demanded of whom no mail reaches", async () => {
    const person = await confirmed();
    const job = await demand([person.id]);
    await callAs(admin).admin.jobs.undo({ jobId: job.id });
    await runJobs(jobWork.name);
    expect(await enter(person)).toBe("ok");
    await withoutMail(async () => expect(await demand([person.id])).toMatchObject({ done: 0, failed: 1 }));
    expect(await enter(person)).toBe("ok");
  });
});

it("knows who has a second factor, also where the last two are removed at once", async () => {
  const { db } = database();
  const { id: userId } = await createUser();
  const has = async () => (await people().get({ userId })).person.hasSecondFactor;
  await db.insert(totpFactors).values({ userId, pendingSecret: new Uint8Array([1]), pendingAt: new Date() });
  expect(await has()).toBe(false);
  await db
    .update(totpFactors)
    .set({ sealedSecret: new Uint8Array([1]), confirmedAt: new Date() })
    .where(eq(totpFactors.userId, userId));
  const passkey = { userId, credentialId: userId, publicKey: new Uint8Array([1]), counter: 0 };
  await db.insert(passkeys).values({ ...passkey, transports: [], backedUp: false, name: "Key" });
  expect(await has()).toBe(true);
  // Neither sees what the other removes until that is done: the second waits, and looks then.
  let second: Promise<unknown> | undefined;
  await db.transaction(async (tx) => {
    await tx.delete(totpFactors).where(eq(totpFactors.userId, userId));
    second = db.delete(passkeys).where(eq(passkeys.userId, userId)).execute();
    const waits = sql`
      select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    await until(async () => (await db.execute(waits)).length > 0, "the second removal waits");
  });
  await second;
  expect(await has()).toBe(false);
});

it("finds people by their second factor and by where they last signed in", async () => {
  const [with2fa, without] = [await createUser(), await confirmed()];
  await database()
    .db.insert(totpFactors)
    .values({ userId: with2fa.id, sealedSecret: new Uint8Array([1]), confirmedAt: new Date() });
  // In France, as the registries say.
  await signIn(
    { ...systemContext(), ip: "212.27.48.10" },
    { login: without.username, password: testPassword },
  );
  const ids = async (filter: object) =>
    (await callAs(admin).admin.users.list({ ...filter, limit: 100 })).users.map(({ id }) => id);
  expect(await ids({ secondFactor: true })).toContain(with2fa.id);
  expect(await ids({ secondFactor: true })).not.toContain(without.id);
  expect(await ids({ secondFactor: false })).toContain(without.id);
  expect(await ids({ country: "FR" })).toEqual([without.id]);
  expect(await people().get({ userId: without.id })).toMatchObject({
    signIns: [{ outcome: "signed_in", country: "FR" }],
    countries: [{ country: "FR", count: 1 }],
  });
  const { person } = await people().get({ userId: with2fa.id });
  expect(person).toMatchObject({ hasSecondFactor: true, secondFactorRequired: false, lastCountry: null });
});
