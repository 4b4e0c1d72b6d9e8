import { and, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/server/db/client";
import { sessions, signInAttempts } from "@/server/db/schema/sessions";
import { callAs, outcomeOf } from "@/testing/caller";
import { testPassword } from "@/testing/factories";
import { accountOf, identitiesOf, linked, signedIn } from "@/testing/oidc-people";
import { type OidcWorld, startOidcWorld } from "@/testing/oidc-world";
import { setSettings } from "@/testing/set-settings";

let world: OidcWorld;
beforeAll(async () => {
  world = await startOidcWorld();
});
afterAll(() => world.close());
beforeEach(() => setSettings({ signUpPolicy: "open", signInsPerMinute: 1_000, registrationsPerHour: 1_000 }));

const sessionsOf = (userId: string) =>
  database().db.select().from(sessions).where(eq(sessions.userId, userId)).orderBy(desc(sessions.id));

describe("attacks", () => {
  const failed = { refusal: { code: "PROVIDER_FAILED" } };

  it("with another state, or without the cookies of this browser, lead nowhere", async () => {
    const browser = world.newBrowser();
    const back = await browser.authorize("sam");
    const forged = new URL(back);
    forged.searchParams.set("state", "another");
    expect(await browser.comeBack(forged)).toMatchObject(failed);
    // A link with somebody else's code: the victim would go on in the attacker's account.
    expect(await world.newBrowser().comeBack(back)).toMatchObject(failed);
    expect(await accountOf("sam@provider.example")).toBeUndefined();
  });

  it("with the nonce of another attempt lead nowhere", async () => {
    const browser = world.newBrowser();
    await browser.begin();
    const nonce = browser.cookie("next-auth.nonce");
    const back = await browser.authorize("tess");
    browser.take(`next-auth.nonce=${nonce}`);
    expect(await browser.comeBack(back)).toMatchObject(failed);
    expect(await accountOf("tess@provider.example")).toBeUndefined();
  });

  it("with another verifier (PKCE) lead nowhere", async () => {
    const browser = world.newBrowser();
    await browser.begin();
    const verifier = browser.cookie("next-auth.pkce.code_verifier");
    const back = await browser.authorize("theo");
    browser.take(`next-auth.pkce.code_verifier=${verifier}`);
    expect(await browser.comeBack(back)).toMatchObject(failed);
  });

  it("with a code that was used before lead nowhere, cookies and all", async () => {
    const browser = world.newBrowser();
    const back = await browser.authorize("uma");
    const held = browser.cookieHeader();
    expect(await browser.comeBack(back)).toEqual({ path: "/" });
    const account = await accountOf("uma@provider.example");
    const replaying = world.newBrowser();
    for (const pair of held.split("; ")) replaying.take(pair);
    expect(await replaying.comeBack(back)).toMatchObject(failed);
    expect(await sessionsOf(account?.id ?? "")).toHaveLength(1);
  });

  it("with the word of another issuer lead nowhere", async () => {
    const browser = world.newBrowser();
    const back = await browser.authorize("vera");
    const foreign = new URL(back);
    foreign.searchParams.set("iss", "https://elsewhere.example");
    expect(await browser.comeBack(foreign)).toMatchObject(failed);
    // What answers at the configured address says that it is another.
    await world.withIssuer(world.provider.issuer.replace("127.0.0.1", "localhost"), async () => {
      expect(await world.newBrowser().signIn("vera")).toMatchObject(failed);
    });
    expect(await accountOf("vera@provider.example")).toBeUndefined();
  });

  it("by a form of another site begin nothing", async () => {
    const browser = world.newBrowser();
    expect(
      await browser.post("/api/auth/signin/oidc", {}, { origin: "https://elsewhere.example" }),
    ).toMatchObject({
      error: { code: "BAD_ORIGIN" },
    });
    expect(await browser.post("/api/auth/signin/oidc", { csrfToken: "forged" })).toEqual({
      ...{ code: "BAD_ORIGIN", details: {} },
    });
  });

  it("by redirects to another site end at home", async () => {
    const { path } = await world.newBrowser().signIn("wendy", "//elsewhere.example/c");
    expect(path).toBe("/");
  });

  it("in numbers are slowed down", async () => {
    await setSettings({ signInsPerMinute: 2 });
    const browser = world.newBrowser("198.51.100.79");
    await browser.begin();
    await browser.begin();
    expect(await browser.post("/api/auth/signin/oidc", {})).toMatchObject({ code: "RATE_LIMITED" });
    expect(await browser.comeBack(new URL(`${world.url}/api/auth/callback/oidc?code=x`))).toMatchObject({
      refusal: { code: "RATE_LIMITED" },
    });
  });
});

it("says what happened when somebody changes their mind at the provider, or when it is away", async () => {
  expect(await world.newBrowser().cancel()).toMatchObject({ refusal: { code: "PROVIDER_CANCELLED" } });
  await world.withIssuer("http://127.0.0.1:1", async () => {
    expect(await world.newBrowser().post("/api/auth/signin/oidc", {})).toMatchObject({
      code: "PROVIDER_UNREACHABLE",
    });
  });
});

it("is not there where it is not configured", async () => {
  await world.withoutProvider(async () => {
    expect((await callAs(null).settings.public()).providerName).toBeNull();
    const { person, procedures } = await signedIn(world);
    expect(await procedures.identity.get()).toEqual({ provider: null, linked: null });
    expect(await outcomeOf(procedures.identity.beginLink({ password: testPassword }))).toBe("NOT_FOUND");
    expect(await world.newBrowser().post("/api/auth/signin/oidc", {})).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await identitiesOf(person.id)).toEqual([]);
  });
  expect((await callAs(null).settings.public()).providerName).toBe("Test ID");
});

it("writes every attempt down, with what became of it", async () => {
  const { person } = await linked(world, "xena");
  await world.newBrowser().signIn("xena");
  const attempts = await database()
    .db.select()
    .from(signInAttempts)
    .where(and(eq(signInAttempts.userId, person.id), eq(signInAttempts.outcome, "signed_in")));
  // One with the password, one through the provider.
  expect(attempts).toHaveLength(2);
});
