import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { authChallenges, passkeys } from "@/server/db/schema/factors";
import { sessions } from "@/server/db/schema/sessions";
import { users } from "@/server/db/schema/users";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, outcomeOf, signInForCookie } from "@/testing/caller";
import { createUser, testPassword } from "@/testing/factories";
import { SoftAuthenticator } from "@/testing/soft-authenticator";
import { createCaller } from "@/trpc/root";
import { purgeAuthChallenges } from "../../server/auth-challenges";
import { browserSecretOf } from "../../server/browser-secret";
import { signIn } from "../../server/sign-in";
import { answerPasskeyRequest } from "./answer-passkey-request";
import { signInWithPasskey } from "./sign-in-with-passkey";

const password = { password: testPassword };

async function withPasskey(wanted: Parameters<typeof createUser>[0] = {}) {
  const person = await createUser(wanted);
  const key = new SoftAuthenticator();
  const { challenge } = await callAs(person).passkeys.begin(password);
  const registration = key.register(challenge);
  const added = await callAs(person).passkeys.add({ name: "Key", registration });
  return { person, key, added };
}

/** What a browser gets that asks: a challenge, and the secret in its cookie. */
async function ask() {
  const answer = await answerPasskeyRequest(systemContext());
  const cookie = answer.headers.get("set-cookie") ?? "";
  const { challenge, allowCredentials } = await answer.json();
  return {
    challenge,
    allowCredentials,
    cookie,
    secret: browserSecretOf(cookie.split(";")[0] ?? "", "passkey"),
  };
}

const outcome = (secret: string | null, assertion: ReturnType<SoftAuthenticator["assert"]>) =>
  outcomeOf(signInWithPasskey(systemContext(), secret, assertion));

async function attempt(key: SoftAuthenticator, lies?: Parameters<SoftAuthenticator["assert"]>[1]) {
  const { challenge, secret } = await ask();
  return outcome(secret, key.assert(challenge, lies));
}

describe("a passkey", () => {
  it("signs in alone, as two factors, and closes the way by the password alone", async () => {
    const { person, key, added } = await withPasskey();
    expect(added.recoveryCodes).toHaveLength(10);
    expect(await attempt(key)).toBe("ok");
    const [session] = await database().db.select().from(sessions).where(eq(sessions.userId, person.id));
    expect(session?.method).toBe("passkey");
    const byPassword = signIn(systemContext(), { login: person.username, ...password });
    await expect(byPassword).rejects.toMatchObject({
      code: "SECOND_FACTOR_MISSING",
      details: { totp: 0, passkeys: 1 },
    });
  });

  it("is asked for without naming anybody, with a cookie that scripts cannot read", async () => {
    await withPasskey();
    const { allowCredentials, cookie } = await ask();
    expect(allowCredentials ?? []).toEqual([]);
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict; Max-Age=300/);
  });

  it("answers one question once, of this browser", async () => {
    const { key } = await withPasskey();
    const [here, there] = [await ask(), await ask()];
    expect(await outcome(there.secret, key.assert(here.challenge))).toBe("PASSKEY_REFUSED");
    expect(await outcome(null, key.assert(here.challenge))).toBe("PASSKEY_REFUSED");
    expect(await outcome(here.secret, key.assert(here.challenge))).toBe("ok");
    expect(await outcome(here.secret, key.assert(here.challenge))).toBe("PASSKEY_REFUSED");
  });

  it("answers within five minutes, and what was not answered is purged", async () => {
    const { key } = await withPasskey();
    const { challenge, secret } = await ask();
    await database().db.update(authChallenges).set({ expiresAt: sql`now() - interval '1 second'` });
    const { purged } = await purgeAuthChallenges();
    expect(purged).toBeGreaterThan(0);
    expect(await outcome(secret, key.assert(challenge))).toBe("PASSKEY_REFUSED");
  });

  it("is refused for another site, unlocked by nobody, unknown, or signed with another key", async () => {
    const { key } = await withPasskey();
    expect(await attempt(key, { origin: "https://evil.example" })).toBe("PASSKEY_REFUSED");
    expect(await attempt(key, { rpId: "evil.example" })).toBe("PASSKEY_REFUSED");
    expect(await attempt(key, { verified: false })).toBe("PASSKEY_REFUSED");
    expect(await attempt(new SoftAuthenticator())).toBe("PASSKEY_REFUSED");
    const { challenge, secret } = await ask();
    const forged = { ...new SoftAuthenticator().assert(challenge), id: key.id.toString("base64url") };
    expect(await outcome(secret, forged)).toBe("PASSKEY_REFUSED");
  });

  it("that counts backwards was copied", async () => {
    const { key } = await withPasskey();
    key.counter = 10;
    expect(await attempt(key)).toBe("ok");
    key.counter = 4;
    expect(await attempt(key)).toBe("PASSKEY_REFUSED");
    key.counter = 10;
    expect(await attempt(key)).toBe("PASSKEY_REFUSED");
    const [row] = await database()
      .db.select()
      .from(passkeys)
      .where(eq(passkeys.credentialId, key.id.toString("base64url")));
    expect(row?.counter).toBe(11);
    key.counter = 11;
    expect(await attempt(key)).toBe("ok");
  });

  it("does not open an account that is not active", async () => {
    const { person, key } = await withPasskey();
    await database().db.update(users).set({ status: "suspended" }).where(eq(users.id, person.id));
    expect(await attempt(key)).toBe("ACCOUNT_SUSPENDED");
  });
});

describe("adding a passkey", () => {
  const add = (person: Actor, registration: ReturnType<SoftAuthenticator["register"]>) =>
    outcomeOf(callAs(person).passkeys.add({ name: "Key", registration }));

  it("takes the password, and the answer to what this session asked, once", async () => {
    const person = await createUser();
    const key = new SoftAuthenticator();
    expect(await outcomeOf(callAs(person).passkeys.begin({ password: "wrong" }))).toBe("PASSWORD_WRONG");
    expect(await add(person, key.register("bm90aGluZw"))).toBe("PASSKEY_REFUSED");
    const { challenge } = await callAs(person).passkeys.begin(password);
    const { sessionId } = await signInForCookie(person);
    const elsewhere = createCaller({ ...systemContext(), actor: person, sessionId });
    const registration = key.register(challenge);
    expect(await outcomeOf(elsewhere.passkeys.add({ name: "Key", registration }))).toBe("PASSKEY_REFUSED");
    expect(await add(await createUser(), registration)).toBe("PASSKEY_REFUSED");
    expect(await add(person, registration)).toBe("ok");
    expect(await add(person, registration)).toBe("PASSKEY_REFUSED");
  });

  it("refuses another site's, one that checks nobody, and one that is somebody's already", async () => {
    const { key } = await withPasskey();
    const person = await createUser();
    const begin = async () => (await callAs(person).passkeys.begin(password)).challenge;
    const fresh = new SoftAuthenticator();
    expect(await add(person, fresh.register(await begin(), { origin: "https://evil.example" }))).toBe(
      "PASSKEY_REFUSED",
    );
    expect(await add(person, fresh.register(await begin(), { verified: false }))).toBe("PASSKEY_REFUSED");
    expect(await add(person, key.register(await begin()))).toBe("PASSKEY_REFUSED");
    expect(await callAs(person).passkeys.list()).toEqual([]);
  });
});

it("passkeys are their owner's to list, rename and remove", async () => {
  const { person, key } = await withPasskey();
  const other = await createUser();
  const [passkey] = await callAs(person).passkeys.list();
  const passkeyId = passkey?.id ?? "";
  expect(await outcomeOf(callAs(other).passkeys.rename({ passkeyId, name: "Mine" }))).toBe("NOT_FOUND");
  expect(await outcomeOf(callAs(other).passkeys.remove({ passkeyId, ...password }))).toBe("NOT_FOUND");
  await callAs(person).passkeys.rename({ passkeyId, name: "Laptop" });
  expect(await callAs(person).passkeys.list()).toMatchObject([{ name: "Laptop", lastUsedAt: null }]);
  expect(await outcomeOf(callAs(person).passkeys.remove({ passkeyId, password: "wrong" }))).toBe(
    "PASSWORD_WRONG",
  );
  await callAs(person).passkeys.remove({ passkeyId, ...password });
  expect(await attempt(key)).toBe("PASSKEY_REFUSED");
  expect(await outcomeOf(signIn(systemContext(), { login: person.username, ...password }))).toBe("ok");
});
