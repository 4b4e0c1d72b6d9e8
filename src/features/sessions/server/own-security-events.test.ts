import { randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { describe, expect, it } from "vitest";
import { userChannel } from "@/features/users/channels";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { externalIdentities } from "@/server/db/schema/identities";
import { flushTallies } from "@/server/tally";
import { systemContext } from "@/server/trpc/request-context";
import { ageSession } from "@/testing/age-session";
import { callAs, cookieContext, outcomeOf, signInForCookie } from "@/testing/caller";
import { createUser, testPassword } from "@/testing/factories";
import { connectClient, listenAs } from "@/testing/listen";
import { until } from "@/testing/realtime-client";
import { SoftAuthenticator } from "@/testing/soft-authenticator";
import { withUse } from "../own-sessions";
import { expireSessions } from "./expire-sessions";
import { signIn } from "./sign-in";

const password = { password: testPassword };

/** A page of the person's. Nobody signs its socket in, so that it stays open when sessions end. */
async function openPage(person: Actor) {
  const client = await connectClient({
    authorize: async (socketId, channel) => {
      const { authorizeChannels } = callAs(person).conversations;
      return (await authorizeChannels({ socketId, channels: [channel] }))[channel] ?? null;
    },
  });
  expect(await client.subscribe(userChannel(person.id))).toBe(true);
  const told = () => client.received.filter(({ name }) => name === "own-security.changed").length;
  return {
    ...client,
    /** Does something, and waits until the page was told that it has to read anew. */
    async toldOf<Result>(work: Promise<Result>, what: string): Promise<Result> {
      const before = told();
      const result = await work;
      await until(() => told() > before, `word of ${what}`);
      return result;
    },
  };
}

describe("a page with one's own sessions", () => {
  it("is told of every one that begins and ends, by whatever way, and nobody else is", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const [page, other] = await Promise.all([openPage(ada), openPage(ben)]);
    const me = callAs(ada).sessions;
    const first = await page.toldOf(signInForCookie(ada), "a sign-in");
    await page.toldOf(me.end({ sessionId: first.sessionId }), "one that was signed out");
    await signInForCookie(ada);
    await page.toldOf(me.endAll({ everywhere: true }), "all that were signed out");
    const idle = await page.toldOf(signInForCookie(ada), "a sign-in");
    await ageSession(idle.sessionId, { lastUsedAt: "10 years" });
    await page.toldOf(expireSessions(systemContext()), "one that was left alone for too long");
    const last = await page.toldOf(signInForCookie(ada), "a sign-in");
    const changed = { currentPassword: testPassword, newPassword: "another long password" };
    await page.toldOf(me.changePassword(changed), "a new password");
    expect((await cookieContext(last.cookie)).actor).toBeNull();
    expect(other.received).toEqual([]);
    page.close();
    other.close();
  });

  it("hears where and when one goes on, and so shows what a fresh read shows", async () => {
    const ada = await createUser();
    const { cookie, sessionId } = await signInForCookie(ada);
    await signInForCookie(ada);
    const held = await callAs(ada).sessions.list();
    const page = await openPage(ada);
    await ageSession(sessionId, { lastUsedAt: "2 minutes" });
    await cookieContext(cookie);
    const { session } = await page.event<{ session: Parameters<typeof withUse>[1] }>("session.used");
    expect(session).toMatchObject({ id: sessionId, ip: "192.0.2.7" });
    expect(withUse(held, session)).toEqual(await callAs(ada).sessions.list());
    // It goes on at once; that is no news within a minute.
    await cookieContext(cookie);
    await page.toldOf(signInForCookie(ada), "a sign-in");
    expect(page.received.filter(({ name }) => name === "session.used")).toHaveLength(1);
    page.close();
  });

  it("is told of failed attempts, once for many, and a confirmation is none", async () => {
    const ada = await createUser();
    const page = await openPage(ada);
    const guess = () =>
      outcomeOf(signIn(systemContext(), { login: ada.username, password: "wrong password" }));
    expect(await Promise.all([guess(), guess()])).toEqual(["INVALID_CREDENTIALS", "INVALID_CREDENTIALS"]);
    await page.toldOf(flushTallies(), "failed attempts");
    await outcomeOf(callAs(ada).factors.beginTotp(password));
    await flushTallies();
    await page.toldOf(signInForCookie(ada), "a sign-in");
    expect(page.received).toHaveLength(2);
    page.close();
  });
});

describe("a page with one's own ways to sign in", () => {
  it("is told of the app, of recovery codes that were used or renewed, and of who takes them away", async () => {
    const [ada, admin] = await Promise.all([createUser(), createUser({ role: "admin" })]);
    const page = await openPage(ada);
    const { factors } = callAs(ada);
    const { secret } = await factors.beginTotp(password);
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    const { recoveryCodes } = await page.toldOf(factors.confirmTotp({ code }), "an app");
    const withCode = { login: ada.username, ...password, code: recoveryCodes[0] as string };
    await page.toldOf(signIn(systemContext(), withCode), "a recovery code that was used");
    expect((await factors.status()).recoveryCodesLeft).toBe(9);
    await page.toldOf(factors.renewRecoveryCodes(password), "new recovery codes");
    await page.toldOf(factors.removeTotp(password), "an app that was removed");
    const demand = { userId: ada.id, required: true };
    await page.toldOf(callAs(admin).admin.people.requireSecondFactor(demand), "a demand");
    expect((await factors.status()).required).toBe(true);
    page.close();
  });

  it("is told of passkeys: added, renamed, used, removed", async () => {
    const ada = await createUser();
    const page = await openPage(ada);
    const { passkeys } = callAs(ada);
    const { challenge } = await passkeys.begin(password);
    const registration = new SoftAuthenticator().register(challenge);
    const { passkey } = await page.toldOf(passkeys.add({ name: "Key", registration }), "a passkey");
    await page.toldOf(passkeys.rename({ passkeyId: passkey.id, name: "Old key" }), "its new name");
    await page.toldOf(passkeys.remove({ passkeyId: passkey.id, ...password }), "its end");
    page.close();
  });

  it("is told when the account at the provider is no longer linked", async () => {
    const ada = await createUser();
    await database()
      .db.insert(externalIdentities)
      .values({ userId: ada.id, issuer: "https://id.example", subject: randomUUID() });
    const page = await openPage(ada);
    await page.toldOf(callAs(ada).identity.unlink(password), "the end of the link");
    page.close();
  });
});

describe("a second factor that is demanded", () => {
  /** Somebody with an authenticator app. */
  async function withApp() {
    const person = await createUser();
    const { secret } = await callAs(person).factors.beginTotp(password);
    await callAs(person).factors.confirmTotp({
      code: new TOTP({ secret: Secret.fromBase32(secret) }).generate(),
    });
    return person;
  }
  const required = async (person: Actor) => (await callAs(person).factors.status()).required;

  it("by the instance is told to whoever has one, and cuts off whoever has none", async () => {
    const [admin, safe, bare] = [await createUser({ role: "admin" }), await withApp(), await createUser()];
    const clients = await Promise.all([safe, bare].map(listenAs));
    const [his, hers] = clients as [(typeof clients)[0], (typeof clients)[0]];
    expect(await his.subscribe(userChannel(safe.id))).toBe(true);
    expect(await hers.subscribe(userChannel(bare.id))).toBe(true);
    const told = () => his.received.filter(({ name }) => name === "settings.changed").length;
    await callAs(admin).admin.settings.update({ secondFactorForUsers: true });
    await hers.closed();
    await until(() => told() === 1, "word of the demand");
    expect([his.state(), await required(safe)]).toEqual(["connected", true]);
    await callAs(admin).admin.settings.update({ secondFactorForUsers: false });
    await until(() => told() === 2, "word of its end");
    expect(await required(safe)).toBe(false);
    for (const client of clients) client.close();
  });

  it("by another role is there when the page connects anew, which the role makes it do", async () => {
    const [admin, safe] = [await createUser({ role: "admin" }), await withApp()];
    await callAs(admin).admin.settings.update({ secondFactorForModerators: true });
    const page = await listenAs(safe);
    await callAs(admin).admin.users.setRole({ userId: safe.id, role: "moderator", reason: "helps" });
    await page.closed();
    expect(await required({ ...safe, role: "moderator" })).toBe(true);
    await callAs(admin).admin.settings.update({ secondFactorForModerators: false });
    page.close();
  });
});
