import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { signIn } from "@/features/sessions/server/sign-in";
import { database } from "@/server/db/client";
import { accountLinks, users } from "@/server/db/schema/users";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, outcomeOf } from "@/testing/caller";
import { createImportedUser, createUser, testPassword } from "@/testing/factories";
import { ensureFirstAdmin } from "./first-admin";

const anybody = callAs(null).users;

function account(username = `chosen-${randomUUID().slice(0, 8)}`) {
  return { username, displayName: "Chosen", email: `${username}@example.org`, password: testPassword };
}

const admins = () => database().db.$count(users, eq(users.role, "admin"));
const tokenOf = ({ url }: { url: string }) => url.split("/").at(-1) ?? "";
const expireAll = () =>
  database().db.update(accountLinks).set({ expiresAt: sql`now() - interval '1 second'` });

describe("the first administrator", () => {
  const unattended = { email: "chef@example.org", password: testPassword };

  beforeEach(async () => {
    await database().db.delete(users);
    await database().db.delete(accountLinks);
  });

  it("is made once when several processes start unattended at once", async () => {
    await Promise.all(Array.from({ length: 4 }, () => ensureFirstAdmin(systemContext(), unattended)));
    expect(await admins()).toBe(1);
    const input = { login: unattended.email.toUpperCase(), password: testPassword };
    expect(await outcomeOf(signIn(systemContext(), input))).toBe("ok");
    expect(await ensureFirstAdmin(systemContext(), null)).toBeNull();
  });

  it("is whoever has the newest link, once", async () => {
    const old = await ensureFirstAdmin(systemContext(), null);
    const token = await ensureFirstAdmin(systemContext(), null);
    if (!old || !token) throw new Error("no link");
    expect(await outcomeOf(anybody.acceptLink({ token: old, ...account() }))).toBe("LINK_INVALID");
    expect(await anybody.describeLink({ token })).toEqual({
      purpose: "first_admin",
      user: null,
      email: null,
    });
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => outcomeOf(anybody.acceptLink({ token, ...account() }))),
    );
    expect(outcomes.sort()).toEqual(["LINK_INVALID", "LINK_INVALID", "LINK_INVALID", "ok"]);
    expect(await outcomeOf(anybody.acceptLink({ token, ...account() }))).toBe("LINK_INVALID");
    expect(await admins()).toBe(1);
  });

  it("is one, also when a link is used while a process starts unattended", async () => {
    for (let round = 0; round < 5; round++) {
      await database().db.delete(users);
      const token = (await ensureFirstAdmin(systemContext(), null)) ?? "";
      await Promise.allSettled([
        anybody.acceptLink({ token, ...account() }),
        ensureFirstAdmin(systemContext(), unattended),
      ]);
      expect(await admins()).toBe(1);
    }
  });

  it("is nobody through an expired link, or one from before there was an administrator", async () => {
    const token = (await ensureFirstAdmin(systemContext(), null)) ?? "";
    await expireAll();
    expect(await outcomeOf(anybody.describeLink({ token }))).toBe("LINK_INVALID");
    expect(await outcomeOf(anybody.acceptLink({ token, ...account() }))).toBe("LINK_INVALID");
    const fresh = (await ensureFirstAdmin(systemContext(), null)) ?? "";
    await createUser({ role: "admin" });
    expect(await outcomeOf(anybody.acceptLink({ token: fresh, ...account() }))).toBe("LINK_INVALID");
    expect(await admins()).toBe(1);
  });
});

describe("invitations of imported people", () => {
  it("hand the account over once, with its history", async () => {
    const admin = await createUser({ role: "admin" });
    const imported = await createImportedUser();
    const token = tokenOf(await callAs(admin).admin.users.invite({ userId: imported.id }));
    expect(await anybody.describeLink({ token })).toMatchObject({ user: { id: imported.id } });
    const chosen = account();
    expect(await anybody.acceptLink({ token, ...chosen })).toEqual({ userId: imported.id });
    const session = await signIn(systemContext(), { login: chosen.email, password: testPassword });
    expect(session.userId).toBe(imported.id);
    expect(await outcomeOf(anybody.acceptLink({ token, ...account() }))).toBe("LINK_INVALID");
    expect(await outcomeOf(callAs(admin).admin.users.invite({ userId: imported.id }))).toBe("ALREADY_DONE");
  });

  it("stop working when a newer one is made, or after their time", async () => {
    const admin = await createUser({ role: "admin" });
    const { id: userId } = await createImportedUser();
    const invite = async () => tokenOf(await callAs(admin).admin.users.invite({ userId }));
    const old = await invite();
    const token = await invite();
    expect(await outcomeOf(anybody.acceptLink({ token: old, ...account() }))).toBe("LINK_INVALID");
    await expireAll();
    expect(await outcomeOf(anybody.acceptLink({ token, ...account() }))).toBe("LINK_INVALID");
  });

  it("cannot take over an account that somebody uses", async () => {
    const admin = await createUser({ role: "admin" });
    const imported = await createImportedUser();
    const token = tokenOf(await callAs(admin).admin.users.invite({ userId: imported.id }));
    await database().db.update(users).set({ passwordHash: "set meanwhile" }).where(eq(users.id, imported.id));
    expect(await outcomeOf(anybody.acceptLink({ token, ...account() }))).toBe("LINK_INVALID");
    const ordinary = await createUser();
    expect(await outcomeOf(callAs(admin).admin.users.invite({ userId: ordinary.id }))).toBe("ALREADY_DONE");
  });

  it("are not used up by a name that is taken", async () => {
    const admin = await createUser({ role: "admin" });
    const { id: userId } = await createImportedUser();
    const token = tokenOf(await callAs(admin).admin.users.invite({ userId }));
    const taken = { ...account(), username: admin.username.toUpperCase() };
    expect(await outcomeOf(anybody.acceptLink({ token, ...taken }))).toBe("USERNAME_TAKEN");
    expect(await outcomeOf(anybody.acceptLink({ token, ...account() }))).toBe("ok");
  });
});
