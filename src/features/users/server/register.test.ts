import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { updateSettings } from "@/features/settings/server/update-settings";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import { callAs, outcomeOf } from "@/testing/caller";
import { actorContext, createUser, testPassword } from "@/testing/factories";

const { register } = callAs(null).users;

function account(wanted: { username?: string; email?: string } = {}) {
  const username = wanted.username ?? `new-${randomUUID().slice(0, 8)}`;
  return {
    username,
    displayName: "New Person",
    email: wanted.email ?? `${username}@example.org`,
    password: testPassword,
  };
}

describe("register", () => {
  let admin: Actor;

  beforeEach(async () => {
    admin = await createUser({ role: "admin" });
    await updateSettings(actorContext(admin), { signUpPolicy: "open" });
  });

  it.each([
    ["open", "active"],
    ["approval", "pending"],
  ] as const)("under the policy %s makes an account that is %s", async (signUpPolicy, status) => {
    await updateSettings(actorContext(admin), { signUpPolicy });
    const input = account();
    expect(await register(input)).toEqual({ status, verification: false });
    const { users } = await callAs(admin).admin.users.list({ query: input.username });
    expect(users).toMatchObject([{ username: input.username, status, role: "user", imported: false }]);
  });

  it("under the policy closed makes none", async () => {
    await updateSettings(actorContext(admin), { signUpPolicy: "closed" });
    const before = await database().db.$count(users);
    expect(await outcomeOf(register(account()))).toBe("SIGN_UP_CLOSED");
    expect(await database().db.$count(users)).toBe(before);
  });

  it("refuses an e-mail address and a user name that are taken, in any letter case", async () => {
    const taken = account();
    await register(taken);
    const sameEmail = register(account({ email: taken.email.toUpperCase() }));
    expect(await outcomeOf(sameEmail)).toBe("EMAIL_TAKEN");
    const sameName = register(account({ username: taken.username.toUpperCase(), email: "x@example.org" }));
    expect(await outcomeOf(sameName)).toBe("USERNAME_TAKEN");
  });

  it("makes one account when the same name is asked for at once", async () => {
    const input = account();
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, (_, n) =>
        outcomeOf(register({ ...input, email: `${n}-${randomUUID()}@example.org` })),
      ),
    );
    expect(outcomes.sort()).toEqual([...Array.from({ length: 4 }, () => "USERNAME_TAKEN"), "ok"]);
  });

  it.each([
    ["a short password", { password: "short" }],
    ["no e-mail address", { email: "nobody" }],
    ["a user name that is an e-mail address", { username: "a@example.org" }],
    ["a role of one's own choice", { role: "admin" }],
    ["a status of one's own choice", { status: "active" }],
  ])("refuses %s", async (_, change) => {
    const attempt = register({ ...account(), ...change });
    await expect(attempt).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});

describe("review of pending people", () => {
  it("approves once and rejects once", async () => {
    const admin = await createUser({ role: "admin" });
    const [ada, ben] = await Promise.all([
      createUser({ status: "pending" }),
      createUser({ status: "pending" }),
    ]);
    const { approve, reject } = callAs(admin).admin.users;
    expect(await approve({ userId: ada.id })).toMatchObject({ id: ada.id, status: "active" });
    expect(await reject({ userId: ben.id, reason: "spam" })).toMatchObject({ status: "rejected" });
    for (const { id: userId } of [ada, ben]) {
      expect(await outcomeOf(approve({ userId }))).toBe("ALREADY_DONE");
      expect(await outcomeOf(reject({ userId, reason: "again" }))).toBe("ALREADY_DONE");
    }
  });

  it("is taken back by whoever decided, while nothing else has become of the account", async () => {
    const [admin, other] = await Promise.all([createUser({ role: "admin" }), createUser({ role: "admin" })]);
    const [ada, ben] = await Promise.all([
      createUser({ status: "pending" }),
      createUser({ status: "pending" }),
    ]);
    const { approve, reject, takeBackReview, suspend } = callAs(admin).admin.users;
    await approve({ userId: ada.id });
    await reject({ userId: ben.id, reason: "spam" });
    expect(await outcomeOf(callAs(other).admin.users.takeBackReview({ userId: ada.id }))).toBe(
      "ALREADY_DONE",
    );
    for (const { id: userId } of [ada, ben]) {
      expect(await takeBackReview({ userId })).toMatchObject({ status: "pending", statusReason: null });
      expect(await outcomeOf(takeBackReview({ userId }))).toBe("ALREADY_DONE");
      await approve({ userId });
    }
    await suspend({ userId: ada.id, reason: "shouting", until: null });
    expect(await outcomeOf(takeBackReview({ userId: ada.id }))).toBe("ALREADY_DONE");
    // Who was never reviewed was let in by nobody.
    const { id: userId } = await createUser();
    expect(await outcomeOf(takeBackReview({ userId }))).toBe("ALREADY_DONE");
  });

  it("lets one of two administrators win", async () => {
    const admin = await createUser({ role: "admin" });
    const { id: userId } = await createUser({ status: "pending" });
    const { approve, reject } = callAs(admin).admin.users;
    const outcomes = await Promise.all([
      outcomeOf(approve({ userId })),
      outcomeOf(reject({ userId, reason: "spam" })),
    ]);
    expect(outcomes.sort()).toEqual(["ALREADY_DONE", "ok"]);
  });
});
