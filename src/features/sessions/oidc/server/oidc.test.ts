import { desc, eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { sessions } from "@/server/db/schema/sessions";
import { users } from "@/server/db/schema/users";
import { cookieContext, outcomeOf, signInForCookie } from "@/testing/caller";
import { createUser, testPassword } from "@/testing/factories";
import { accountOf, identitiesOf, linked, signedIn } from "@/testing/oidc-people";
import { type OidcWorld, startOidcWorld } from "@/testing/oidc-world";
import { setSettings } from "@/testing/set-settings";
import { createCaller } from "@/trpc/root";

let world: OidcWorld;
beforeAll(async () => {
  world = await startOidcWorld();
});
afterAll(() => world.close());
beforeEach(() => setSettings({ signUpPolicy: "open", signInsPerMinute: 1_000, registrationsPerHour: 1_000 }));

const sessionsOf = (userId: string) =>
  database().db.select().from(sessions).where(eq(sessions.userId, userId)).orderBy(desc(sessions.id));

describe("somebody whom nobody knows", () => {
  it("gets an account with the address and the name that the provider vouches for, and a session like any other", async () => {
    const browser = world.newBrowser();
    expect(await browser.signIn("grace", "/c/wanted")).toEqual({ path: "/c/wanted" });
    const account = await accountOf("grace@provider.example");
    expect(account).toMatchObject({
      ...{ username: "grace", displayName: "Grace of the provider", role: "user", status: "active" },
      ...{ passwordHash: null, emailVerifiedAt: expect.any(Date) },
    });
    const ctx = await cookieContext(browser.cookieHeader());
    expect(ctx.actor?.id).toBe(account?.id);
    const [session] = await sessionsOf(account?.id ?? "");
    expect(session).toMatchObject({
      id: ctx.sessionId,
      method: "provider",
      client: "browser",
      generation: 1,
    });
    const list = await createCaller(ctx).sessions.list();
    expect(list).toMatchObject([{ id: ctx.sessionId, current: true, method: "provider" }]);
  });

  it("comes back to the same account, under whatever address, and the earlier session of the browser ends", async () => {
    const browser = world.newBrowser();
    await browser.signIn("henry");
    const before = await accountOf("henry@provider.example");
    world.provider.people.set("henry", { email: "another@provider.example", email_verified: true });
    await browser.signIn("henry");
    const [now, earlier] = await sessionsOf(before?.id ?? "");
    expect(now?.revokedAt).toBeNull();
    expect(earlier?.revokeReason).toBe("signed in anew");
    expect(await accountOf("another@provider.example")).toBeUndefined();
  });

  it("who comes back twice at once gets one account, and is signed in both times", async () => {
    const browsers = [world.newBrowser(), world.newBrowser(), world.newBrowser()];
    const ways = await Promise.all(browsers.map((each) => each.authorize("gemma")));
    const arrivals = await Promise.all(ways.map((way, i) => browsers[i]?.comeBack(way)));
    expect(arrivals).toEqual([{ path: "/" }, { path: "/" }, { path: "/" }]);
    const account = await accountOf("gemma@provider.example");
    const ids = await Promise.all(
      browsers.map(async (each) => (await cookieContext(each.cookieHeader())).actor?.id),
    );
    expect(new Set(ids)).toEqual(new Set([account?.id]));
    expect(await identitiesOf(account?.id ?? "")).toHaveLength(1);
    expect(await sessionsOf(account?.id ?? "")).toHaveLength(3);
  });

  it("gets a user name that is free", async () => {
    await createUser({ username: "irene" });
    await world.newBrowser().signIn("irene");
    expect((await accountOf("irene@provider.example"))?.username).toMatch(/^irene-[0-9a-f]{8}$/);
  });

  it("waits where accounts are approved, and is told so again when they come back", async () => {
    await setSettings({ signUpPolicy: "approval" });
    const browser = world.newBrowser();
    expect(await browser.signIn("jack")).toMatchObject({ path: "/awaiting-approval" });
    expect(await accountOf("jack@provider.example")).toMatchObject({ status: "pending" });
    expect(await world.newBrowser().signIn("jack")).toMatchObject({ path: "/awaiting-approval" });
    expect((await cookieContext(browser.cookieHeader())).actor).toBeNull();
  });

  it("is turned away where accounts are by invitation", async () => {
    await setSettings({ signUpPolicy: "closed" });
    expect(await world.newBrowser().signIn("kate")).toMatchObject({ refusal: { code: "SIGN_UP_CLOSED" } });
    expect(await accountOf("kate@provider.example")).toBeUndefined();
  });

  it.each([
    [
      "an address that the provider does not call verified",
      { email: "x@provider.example", email_verified: false },
    ],
    ["nothing said about that", { email: "x@provider.example" }],
    [
      'the text "true" in place of the truth',
      { email: "x@provider.example", email_verified: "true" as never },
    ],
    ["no address", {}],
    ["something that is no address", { email: "nobody", email_verified: true }],
  ])("gets no account with %s", async (_, claims) => {
    const name = `lost-${crypto.randomUUID()}`;
    world.provider.people.set(name, claims);
    expect(await world.newBrowser().signIn(name)).toMatchObject({
      refusal: { code: "PROVIDER_EMAIL_UNVERIFIED" },
    });
    expect(await accountOf("x@provider.example")).toBeUndefined();
  });

  it("is counted among those who register", async () => {
    await setSettings({ registrationsPerHour: 1 });
    const [first, second] = [
      await world.newBrowser("198.51.100.77").signIn("lena"),
      await world.newBrowser("198.51.100.77").signIn("lenb"),
    ];
    expect([first.refusal, second.refusal?.code]).toEqual([undefined, "RATE_LIMITED"]);
  });
});

describe("an account that exists", () => {
  it("is never taken over by its address, in any letter case", async () => {
    const victim = await createUser({ role: "admin" });
    for (const email of [victim.email ?? "", victim.email?.toUpperCase() ?? ""]) {
      const name = `thief-${crypto.randomUUID()}`;
      world.provider.people.set(name, { email, email_verified: true });
      const browser = world.newBrowser();
      expect(await browser.signIn(name)).toMatchObject({ refusal: { code: "PROVIDER_EMAIL_TAKEN" } });
      expect((await cookieContext(browser.cookieHeader())).actor).toBeNull();
    }
    expect([await identitiesOf(victim.id), await sessionsOf(victim.id)]).toEqual([[], []]);
  });

  it("is linked from a session, after the password, and then signs in", async () => {
    const { person, procedures } = await linked(world, "mary");
    expect(await procedures.identity.get()).toMatchObject({
      provider: "Test ID",
      linked: { label: "mary@provider.example" },
    });
    const browser = world.newBrowser();
    expect(await browser.signIn("mary")).toEqual({ path: "/" });
    expect((await cookieContext(browser.cookieHeader())).actor?.id).toBe(person.id);
    expect(await actionsOf(person.id)).toContain("user.identity-linked");
  });

  it("is not linked without the password", async () => {
    const { person, browser, procedures } = await signedIn(world);
    expect(await outcomeOf(procedures.identity.beginLink({ password: "wrong" }))).toBe("PASSWORD_WRONG");
    // Coming back from the provider then signs in: as somebody new.
    await browser.signIn("nina");
    expect(await identitiesOf(person.id)).toEqual([]);
  });

  it("is linked once for one word of theirs: coming back again signs in", async () => {
    const { person, browser } = await linked(world, "nora");
    expect(await browser.signIn("norb")).toEqual({ path: "/" });
    expect(await identitiesOf(person.id)).toHaveLength(1);
  });

  it("is not linked from another session than the one that asked", async () => {
    const { person, procedures } = await signedIn(world);
    await procedures.identity.beginLink({ password: testPassword });
    const elsewhere = world.newBrowser();
    elsewhere.take((await signInForCookie(person)).cookie);
    await elsewhere.signIn("norc");
    expect(await identitiesOf(person.id)).toEqual([]);
  });

  it("is not linked to what is somebody else's", async () => {
    await linked(world, "oscar");
    const { browser, procedures } = await signedIn(world);
    await procedures.identity.beginLink({ password: testPassword });
    expect(await browser.signIn("oscar")).toMatchObject({
      ...{ path: "/account/security?refused", refusal: { code: "PROVIDER_LINKED" } },
    });
  });

  it("is not linked twice", async () => {
    const { browser, procedures } = await linked(world, "olga");
    await procedures.identity.beginLink({ password: testPassword });
    expect(await browser.signIn("olgb")).toMatchObject({ refusal: { code: "PROVIDER_LINKED" } });
  });

  it("is unlinked with the password, which ends that way in", async () => {
    const { person, procedures } = await linked(world, "paul");
    expect(await outcomeOf(procedures.identity.unlink({ password: "wrong" }))).toBe("PASSWORD_WRONG");
    await procedures.identity.unlink({ password: testPassword });
    expect((await procedures.identity.get()).linked).toBeNull();
    expect(await actionsOf(person.id)).toContain("user.identity-unlinked");
    await setSettings({ signUpPolicy: "closed" });
    expect(await world.newBrowser().signIn("paul")).toMatchObject({ refusal: { code: "SIGN_UP_CLOSED" } });
  });

  it.each([
    ["suspended", "ACCOUNT_SUSPENDED"],
    ["banned", "ACCOUNT_BANNED"],
    ["deactivated", "ACCOUNT_NOT_ACTIVE"],
  ] as const)("that is %s is told why, and gets no session", async (status, code) => {
    const name = `closed-${status}`;
    const { person } = await linked(world, name);
    await database().db.update(users).set({ status, statusReason: "spam" }).where(eq(users.id, person.id));
    const browser = world.newBrowser();
    const { refusal, path } = await browser.signIn(name, "/c/wanted");
    expect(path).toBe("/sign-in?refused&next=%2Fc%2Fwanted");
    expect(refusal).toMatchObject({ code, ...(status !== "deactivated" && { details: { reason: "spam" } }) });
    expect((await cookieContext(browser.cookieHeader())).actor).toBeNull();
  });
});

describe("the second factor", () => {
  it("is asked of whoever has one, from the same browser and once", async () => {
    const { person, procedures } = await linked(world, "quinn");
    const { secret } = await procedures.factors.beginTotp({ password: testPassword });
    const codeOf = (steps: number) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
    await procedures.factors.confirmTotp({ code: codeOf(0) });
    const [browser, other] = [world.newBrowser(), world.newBrowser()];
    expect(await browser.signIn("quinn", "/c/wanted")).toEqual({
      path: "/sign-in?code=app&next=%2Fc%2Fwanted",
    });
    expect((await cookieContext(browser.cookieHeader())).actor).toBeNull();
    expect(await other.finish(codeOf(0))).toBe("UNAUTHENTICATED");
    expect(await browser.finish("000000")).toBe("SECOND_FACTOR_WRONG");
    expect(await browser.finish(codeOf(1))).toBe("ok");
    expect((await cookieContext(browser.cookieHeader())).actor?.id).toBe(person.id);
    expect((await sessionsOf(person.id))[0]?.method).toBe("provider_and_code");
    expect(await browser.finish(codeOf(1))).toBe("UNAUTHENTICATED");
  });

  it("cannot be guessed: wrong codes make wait", async () => {
    const { procedures } = await linked(world, "quentin");
    const { secret } = await procedures.factors.beginTotp({ password: testPassword });
    const code = new TOTP({ secret: Secret.fromBase32(secret) });
    await procedures.factors.confirmTotp({ code: code.generate() });
    const browser = world.newBrowser("203.0.113.78");
    await browser.signIn("quentin");
    for (let i = 0; i < 5; i++) expect(await browser.finish("000000")).toBe("SECOND_FACTOR_WRONG");
    expect(await browser.finish(code.generate({ timestamp: Date.now() + 30_000 }))).toBe("RATE_LIMITED");
  });

  it("is demanded as of everybody else", async () => {
    await linked(world, "rosa");
    await setSettings({ secondFactorForUsers: true });
    const browser = world.newBrowser();
    await browser.signIn("rosa");
    expect(await cookieContext(browser.cookieHeader())).toMatchObject({ actor: null, enrolling: {} });
    await setSettings({ secondFactorForUsers: false });
  });
});

const actionsOf = async (userId: string) =>
  (await database().db.select().from(auditEntries).where(eq(auditEntries.targetId, userId))).map(
    ({ action }) => action,
  );
