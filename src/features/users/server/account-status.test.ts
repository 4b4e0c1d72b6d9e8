import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signIn } from "@/features/sessions/server/sign-in";
import type { AppError } from "@/server/app-error";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { users } from "@/server/db/schema/users";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, cookieContext, outcomeOf, signInForCookie } from "@/testing/caller";
import { createUser, testPassword } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import { type MailServer, startMailServer } from "@/testing/mail-server";
import { runJobs } from "@/testing/run-jobs";

let mail: MailServer;
let admin: Actor;
beforeAll(async () => {
  mail = await startMailServer();
  admin = await createUser({ role: "admin" });
});
afterAll(() => mail.close());

const asAdmin = () => callAs(admin).admin.users;
const refusalOf = (person: Actor, password = testPassword): Promise<AppError> =>
  signIn(systemContext(), { login: person.username, password }).then(
    () => {
      throw new Error("they came in");
    },
    (error) => error,
  );
const verified = async (person: Actor) => {
  await asAdmin().confirmEmail({ userId: person.id });
  return person;
};
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

describe("a suspension", () => {
  it("ends sessions and sockets, and says why after the right password only", async () => {
    const person = await verified(await createUser());
    const { cookie } = await signInForCookie(person);
    const socket = await listenAs(person);
    const until = inHours(2);
    const suspended = await asAdmin().suspend({ userId: person.id, reason: "Shouting", until });
    expect(suspended).toMatchObject({ status: "suspended", statusReason: "Shouting", suspendedUntil: until });
    expect((await cookieContext(cookie)).actor).toBeNull();
    await socket.closed();
    socket.close();

    expect(await refusalOf(person)).toMatchObject({
      code: "ACCOUNT_SUSPENDED",
      details: { reason: "Shouting", limited: "yes", until: new Date(until).getTime() },
    });
    expect(await refusalOf(person, "wrong")).toMatchObject({ code: "INVALID_CREDENTIALS", details: {} });
    await runJobs("mail.send");
    const told = await mail.mailTo(person.email ?? "");
    expect(told.subject).toBe("Your account is suspended");
    expect(told.text).toContain("Reason: Shouting");
  });

  it("ends by itself at its time, and not before", async () => {
    const person = await verified(await createUser());
    const suspend = (hours: number) =>
      asAdmin().suspend({ userId: person.id, reason: "Shouting", until: inHours(hours) });
    await suspend(1);
    await suspend(3);
    const due = () =>
      database().db.execute(sql`update jobs.job set start_after = now() where name = 'users.end-suspension'`);
    await due();
    // The first time has come, the second has not.
    const outcomes = await runJobs("users.end-suspension");
    expect(outcomes.length).toBeGreaterThanOrEqual(2);
    expect(outcomes).not.toContainEqual({ ended: 1 });
    expect((await refusalOf(person)).code).toBe("ACCOUNT_SUSPENDED");

    await suspend(1);
    await database()
      .db.update(users)
      .set({ suspendedUntil: sql`now() - interval '1 second'` })
      .where(eq(users.id, person.id));
    await due();
    expect(await runJobs("users.end-suspension")).toContainEqual({ ended: 1 });
    expect(await outcomeOf(signIn(systemContext(), { login: person.username, password: testPassword }))).toBe(
      "ok",
    );
  });

  it("cannot be until a time that is over", async () => {
    const { id: userId } = await createUser();
    expect(await outcomeOf(asAdmin().suspend({ userId, reason: "x", until: inHours(-1) }))).toBe("TIME_PAST");
  });
});

describe("the way of an account", () => {
  it("goes through ban and back, each with its mail and its entry in the audit log", async () => {
    const person = await verified(await createUser());
    const { id: userId } = person;
    await asAdmin().ban({ userId, reason: "Spam" });
    expect(await refusalOf(person)).toMatchObject({ code: "ACCOUNT_BANNED", details: { reason: "Spam" } });
    expect(await outcomeOf(asAdmin().ban({ userId, reason: "again" }))).toBe("ALREADY_DONE");
    expect(await asAdmin().reactivate({ userId })).toMatchObject({ status: "active", statusReason: null });
    expect(await outcomeOf(asAdmin().reactivate({ userId }))).toBe("ALREADY_DONE");
    await runJobs("mail.send");
    const subjects = mail.received.filter(({ to }) => to === person.email).map(({ subject }) => subject);
    expect(subjects.sort()).toEqual(["You can sign in again", "Your account was banned"]);
    const entries = await database().db.select().from(auditEntries).where(eq(auditEntries.targetId, userId));
    expect(entries).toMatchObject([
      { action: "user.email-verified" },
      { action: "user.banned", actorId: admin.id, reason: "Spam", before: { status: "active" } },
      { action: "user.reactivated", before: { status: "banned" }, after: { status: "active" } },
    ]);
  });

  it("tells whoever is turned away why", async () => {
    const person = await verified(await createUser({ status: "pending" }));
    expect((await refusalOf(person)).code).toBe("ACCOUNT_PENDING");
    await asAdmin().reject({ userId: person.id, reason: "Not one of us" });
    expect(await refusalOf(person)).toMatchObject({
      code: "ACCOUNT_REJECTED",
      details: { reason: "Not one of us" },
    });
  });

  it("changes its role from the next request on", async () => {
    const person = await createUser();
    const { cookie } = await signInForCookie(await verified(person));
    await asAdmin().setRole({ userId: person.id, role: "moderator", reason: "x" });
    expect((await cookieContext(cookie)).actor?.role).toBe("moderator");
    expect(await outcomeOf(asAdmin().setRole({ userId: person.id, role: "moderator", reason: "x" }))).toBe(
      "ALREADY_DONE",
    );
  });
});

describe("administrators", () => {
  it("cannot decide about themselves", async () => {
    const { id: userId } = admin;
    const outcomes = await Promise.all([
      outcomeOf(asAdmin().suspend({ userId, reason: "x", until: null })),
      outcomeOf(asAdmin().ban({ userId, reason: "x" })),
      outcomeOf(asAdmin().reactivate({ userId })),
      outcomeOf(asAdmin().setRole({ userId, role: "user", reason: "x" })),
      outcomeOf(asAdmin().delete({ userId, reason: "x", messages: "keep" })),
      outcomeOf(asAdmin().resetPassword({ userId })),
    ]);
    expect(new Set(outcomes)).toEqual(new Set(["OWN_ACCOUNT"]));
  });

  it("cannot all go: of two who remove each other at once, one stays", async () => {
    const before = await database()
      .db.update(users)
      .set({ status: "deactivated" })
      .where(eq(users.role, "admin"))
      .returning({ id: users.id });
    const [one, other] = [await createUser({ role: "admin" }), await createUser({ role: "admin" })];
    const outcomes = await Promise.all([
      outcomeOf(callAs(one).admin.users.ban({ userId: other.id, reason: "x" })),
      outcomeOf(callAs(other).admin.users.setRole({ userId: one.id, role: "user", reason: "x" })),
    ]);
    expect(outcomes.sort()).toEqual(["LAST_ADMIN", "ok"]);
    for (const { id } of before) {
      await database().db.update(users).set({ status: "active" }).where(eq(users.id, id));
    }
  });
});
