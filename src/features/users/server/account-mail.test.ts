import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signIn } from "@/features/sessions/server/sign-in";
import { updateSettings } from "@/features/settings/server/update-settings";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { accountLinks, users } from "@/server/db/schema/users";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, cookieContext, outcomeOf, signInForCookie } from "@/testing/caller";
import { actorContext, createUser, testPassword } from "@/testing/factories";
import { type MailServer, startMailServer, withoutMail } from "@/testing/mail-server";
import { runJobs } from "@/testing/run-jobs";

let mail: MailServer;
let admin: Actor;
const anybody = callAs(null).users;

beforeAll(async () => {
  mail = await startMailServer();
  admin = await createUser({ role: "admin" });
  await updateSettings(actorContext(admin), { signUpPolicy: "open" });
});
afterAll(() => mail.close());
beforeEach(() => deliver());

/** Lets everything out that waits; returns how many mails went. */
async function deliver(): Promise<number> {
  await runJobs("account-mail.send");
  return (await runJobs("mail.send")).length;
}
const tokenIn = ({ links }: { links: string[] }) => links[0]?.split("/").at(-1) ?? "";
const newAccount = () => {
  const username = `new-${randomUUID().slice(0, 8)}`;
  return { username, displayName: "New", email: `${username}@example.org`, password: testPassword };
};
const signInAs = (login: string, password = testPassword) =>
  outcomeOf(signIn(systemContext(), { login, password }));
async function createVerified() {
  const person = await createUser();
  await callAs(admin).admin.users.confirmEmail({ userId: person.id });
  return { ...person, email: person.email ?? "" };
}

describe("a new account", () => {
  it("can sign in once its address is confirmed by the link that was mailed there, once", async () => {
    const account = newAccount();
    expect(await anybody.register(account)).toEqual({ status: "active", verification: true });
    expect(await signInAs(account.username)).toBe("EMAIL_UNVERIFIED");
    expect(await signInAs(account.username, "wrong")).toBe("INVALID_CREDENTIALS");
    await deliver();
    const token = tokenIn(await mail.mailTo(account.email));
    expect(await anybody.confirmEmail({ token })).toEqual({ status: "active", changed: false });
    expect(await signInAs(account.username)).toBe("ok");
    expect(await outcomeOf(anybody.confirmEmail({ token }))).toBe("LINK_INVALID");
  });

  it("gets the link again, and not for ever", async () => {
    const account = newAccount();
    await anybody.register(account);
    for (let i = 0; i < 4; i++) {
      await anybody.resendVerification({ login: account.username });
      await deliver();
    }
    expect(mail.received.filter(({ to }) => to === account.email)).toHaveLength(3);
  });

  it("is told of to the owner of an address that has one, and to nobody else", async () => {
    const { email, id } = await createVerified();
    const answer = await anybody.register({ ...newAccount(), email: email.toUpperCase() });
    expect(answer).toEqual(await anybody.register(newAccount()));
    await deliver();
    expect((await mail.mailTo(email)).subject).toBe("You already have an account");
    const of = await database().db.select({ id: users.id }).from(users).where(eq(users.email, email));
    expect(of).toEqual([{ id }]);
  });

  it("needs no confirmation by administrators, nor where there is no mail", async () => {
    const { username } = await createUser({ role: "admin" });
    expect(await signInAs(username)).toBe("ok");
    await withoutMail(async () => {
      const account = newAccount();
      expect(await anybody.register(account)).toEqual({ status: "active", verification: false });
      expect(await signInAs(account.username)).toBe("ok");
    });
  });
});

describe("a forgotten password", () => {
  it("is replaced through a link, once, and every session ends", async () => {
    const person = await createVerified();
    const { cookie } = await signInForCookie(person);
    await anybody.forgotPassword({ login: person.email.toUpperCase() });
    await deliver();
    const token = tokenIn(await mail.mailTo(person.email));
    expect(await anybody.describeReset({ token })).toEqual({ username: person.username });
    expect((await cookieContext(cookie)).actor?.id).toBe(person.id);
    const password = "something quite new";
    const outcomes = await Promise.all(
      Array.from({ length: 3 }, () => outcomeOf(anybody.resetPassword({ token, password }))),
    );
    expect(outcomes.sort()).toEqual(["LINK_INVALID", "LINK_INVALID", "ok"]);
    expect((await cookieContext(cookie)).actor).toBeNull();
    expect([await signInAs(person.username), await signInAs(person.username, password)]).toEqual([
      "INVALID_CREDENTIALS",
      "ok",
    ]);
    await deliver();
    expect((await mail.mailTo(person.email, 2)).subject).toBe("Your password was changed");
  });

  it("has a link that expires, that nobody can read in the database and that does nothing else", async () => {
    const person = await createVerified();
    await anybody.forgotPassword({ login: person.username });
    await deliver();
    const token = tokenIn(await mail.mailTo(person.email));
    const rows = await database().db.execute(sql`select account_links::text as row from account_links`);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await outcomeOf(anybody.confirmEmail({ token }))).toBe("LINK_INVALID");
    expect(await outcomeOf(anybody.acceptLink({ token, ...newAccount() }))).toBe("LINK_INVALID");
    await database().db.update(accountLinks).set({ expiresAt: sql`now() - interval '1 second'` });
    expect(await outcomeOf(anybody.resetPassword({ token, password: testPassword }))).toBe("LINK_INVALID");
  });

  it("is answered alike and by the same work whether or not there is an account", async () => {
    const person = await createVerified();
    const suspended = await createUser({ status: "suspended" });
    const logins = [person.username, "nobody-at-all", suspended.username, "nobody@example.org"];
    for (const login of logins) expect(await anybody.forgotPassword({ login })).toBeUndefined();
    const waiting = await database().db.execute<{ data: object }>(
      sql`select data from jobs.job where name = 'account-mail.send' and state = 'created'`,
    );
    expect(waiting).toHaveLength(logins.length);
    expect(JSON.stringify(waiting)).not.toContain("nobody");
    expect(await deliver()).toBe(1);
  });

  it("is the administrators' matter where there is no mail", async () => {
    const person = await createUser();
    await withoutMail(async () => {
      expect(await outcomeOf(anybody.forgotPassword({ login: person.username }))).toBe("MAIL_OFF");
      const { url } = await callAs(admin).admin.users.resetPassword({ userId: person.id });
      const token = url?.split("/").at(-1) ?? "";
      await anybody.resetPassword({ token, password: "something quite new" });
      expect(await signInAs(person.username, "something quite new")).toBe("ok");
    });
    // With mail, the link goes to the person and to nobody else.
    expect((await callAs(admin).admin.users.resetPassword({ userId: person.id })).url).toBeNull();
  });
});

describe("an invitation by mail", () => {
  it("makes an account whose address is known to be theirs, under any policy", async () => {
    await updateSettings(actorContext(admin), { signUpPolicy: "closed" });
    const account = newAccount();
    const invited = await callAs(admin).admin.users.inviteByEmail({ email: account.email });
    expect(invited.mailed).toBe(true);
    await deliver();
    const token = tokenIn(await mail.mailTo(account.email));
    expect(await anybody.describeLink({ token })).toEqual({
      purpose: "invitation",
      user: null,
      email: account.email,
    });
    await anybody.acceptLink({ token, ...account });
    expect(await signInAs(account.username)).toBe("ok");
    expect(await outcomeOf(callAs(admin).admin.users.inviteByEmail({ email: account.email }))).toBe(
      "EMAIL_TAKEN",
    );
    await updateSettings(actorContext(admin), { signUpPolicy: "open" });
  });

  it("does not prove another address than the one it was sent to", async () => {
    const account = newAccount();
    const { url } = await callAs(admin).admin.users.inviteByEmail({ email: `other-${account.email}` });
    await anybody.acceptLink({ token: url.split("/").at(-1) ?? "", ...account });
    expect(await signInAs(account.username)).toBe("EMAIL_UNVERIFIED");
  });
});

describe("a sign-in from elsewhere", () => {
  const from = (ip: string, userAgent: string) => ({ ...systemContext(), ip, userAgent });
  const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  const newerFirefox = firefox.replaceAll("140.0", "141.0");
  const safari =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";

  it("is told to the person, and a known device is not", async () => {
    const person = await createVerified();
    const come = (ip: string, userAgent: string) =>
      signIn(from(ip, userAgent), { login: person.username, password: testPassword });
    const subjects = () => mail.received.filter(({ to }) => to === person.email);
    await come("198.51.100.7", firefox);
    await come("198.51.100.99", newerFirefox);
    await deliver();
    expect(subjects()).toEqual([]);
    await come("203.0.113.5", safari);
    await deliver();
    const told = await mail.mailTo(person.email);
    expect(told.text).toMatch(/Device: Safari 18 · iOS\nPlace: Australia\nAddress: 203\.0\.113\.5/);
    expect(told.links[0]).toMatch(/\/account\/security$/);
    await come("203.0.113.5", safari);
    await deliver();
    expect(subjects()).toHaveLength(1);
  });
});
