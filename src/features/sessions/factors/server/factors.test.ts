import { and, desc, eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { afterAll, describe, expect, it } from "vitest";
import { forgetSettings } from "@/features/settings/server/get-settings";
import { openSealed } from "@/server/auth/sealed-secret";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { recoveryCodes, totpFactors } from "@/server/db/schema/factors";
import { sessions } from "@/server/db/schema/sessions";
import { settings } from "@/server/db/schema/settings";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, cookieContext, outcomeOf, signInForCookie } from "@/testing/caller";
import { createUser, testPassword } from "@/testing/factories";
import { createCaller } from "@/trpc/root";
import { signIn } from "../../server/sign-in";

const password = { password: testPassword };

/** A code that the app shows `steps` times thirty seconds from now. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

/** Somebody with an authenticator app. */
async function withTotp(wanted: Parameters<typeof createUser>[0] = {}) {
  const person = await createUser(wanted);
  const { secret, uri } = await callAs(person).factors.beginTotp(password);
  const { recoveryCodes: codes } = await callAs(person).factors.confirmTotp({ code: codeOf(secret, -1) });
  return { person, secret, uri, codes };
}

const attempt = (person: Actor, code?: string, given = testPassword) =>
  outcomeOf(signIn(systemContext(), { login: person.username, password: given, code }));

async function demand(role: "Admins" | "Users", on: boolean) {
  const key = `secondFactorFor${role}`;
  await database()
    .db.insert(settings)
    .values({ key, value: on })
    .onConflictDoUpdate({ target: settings.key, set: { value: on } });
  forgetSettings();
}
afterAll(() => demand("Users", false));

describe("an authenticator app", () => {
  it("counts from the first code on, not before", async () => {
    const person = await createUser();
    const { secret, uri } = await callAs(person).factors.beginTotp(password);
    expect(new URL(uri).searchParams.get("issuer")).toBe("OffChat");
    expect(await attempt(person)).toBe("ok");
    expect(await outcomeOf(callAs(person).factors.confirmTotp({ code: "000000" }))).toBe(
      "SECOND_FACTOR_WRONG",
    );
    const { recoveryCodes: codes } = await callAs(person).factors.confirmTotp({ code: codeOf(secret) });
    expect(new Set(codes).size).toBe(10);
    expect(await callAs(person).factors.status()).toMatchObject({ passkeys: 0, recoveryCodesLeft: 10 });
    expect(await attempt(person)).toBe("SECOND_FACTOR_MISSING");
  });

  it("is asked of whoever knows the password, and of nobody else", async () => {
    const { person, secret } = await withTotp();
    expect(await attempt(person, codeOf(secret), "wrong password")).toBe("INVALID_CREDENTIALS");
    expect(await attempt(person)).toBe("SECOND_FACTOR_MISSING");
    expect(await attempt(person, "000000")).toBe("SECOND_FACTOR_WRONG");
    // The wrong password did not use the code up.
    expect(await attempt(person, codeOf(secret))).toBe("ok");
    const [session] = await database().db.select().from(sessions).where(eq(sessions.userId, person.id));
    expect(session?.method).toBe("password_and_code");
  });

  it("takes each code once, also of many who show it at the same moment", async () => {
    const { person, secret } = await withTotp();
    const code = codeOf(secret, 0);
    const outcomes = await Promise.all([attempt(person, code), attempt(person, code), attempt(person, code)]);
    expect(outcomes.sort()).toEqual(["SECOND_FACTOR_WRONG", "SECOND_FACTOR_WRONG", "ok"]);
    expect(await attempt(person, codeOf(secret, -1))).toBe("SECOND_FACTOR_WRONG");
    expect(await attempt(person, codeOf(secret, 1))).toBe("ok");
    expect(await attempt(person, codeOf(secret, 1))).toBe("SECOND_FACTOR_WRONG");
  });

  it("forgives clocks that differ by one step, not by two", async () => {
    for (const steps of [-3, 3]) {
      const { person, secret } = await withTotp();
      expect([steps, await attempt(person, codeOf(secret, steps))]).toEqual([steps, "SECOND_FACTOR_WRONG"]);
    }
  });

  it("makes guessing codes wait, though the password is right", async () => {
    const { person, secret } = await withTotp();
    for (let i = 0; i < 5; i++) expect(await attempt(person, "000000")).toBe("SECOND_FACTOR_WRONG");
    expect(await attempt(person, codeOf(secret))).toBe("RATE_LIMITED");
  });

  it("is stored sealed: for this person, under the instance's secret", async () => {
    const { person, secret } = await withTotp();
    const other = await createUser();
    const [row] = await database().db.select().from(totpFactors).where(eq(totpFactors.userId, person.id));
    const sealed = row?.sealedSecret as Uint8Array;
    const plain = Buffer.from(Secret.fromBase32(secret).bytes);
    expect(Buffer.from(sealed).includes(plain)).toBe(false);
    expect(openSealed(sealed, "totp secret", person.id)).toEqual(plain);
    expect(openSealed(sealed, "totp secret", other.id)).toBeNull();
    expect(openSealed(sealed, "something else", person.id)).toBeNull();
    const changed = Buffer.from(sealed);
    changed[40] = (changed[40] as number) ^ 1;
    expect(openSealed(changed, "totp secret", person.id)).toBeNull();
  });

  it("is replaced by a new one only when that shows a code, from the session that gave the password", async () => {
    const { person, secret } = await withTotp();
    const [here, there] = [await codeSession(person, secret, 0), await codeSession(person, secret, 1)];
    const next = await here.factors.beginTotp(password);
    expect(await outcomeOf(there.factors.confirmTotp({ code: codeOf(next.secret) }))).toBe("NOT_FOUND");
    expect(await here.factors.confirmTotp({ code: codeOf(next.secret, -1) })).toEqual({ recoveryCodes: [] });
    expect(await attempt(person, codeOf(secret, 1))).toBe("SECOND_FACTOR_WRONG");
    expect(await attempt(person, codeOf(next.secret))).toBe("ok");
  });

  it("is set up and removed with the password only", async () => {
    const { person } = await withTotp();
    const wrong = { password: "not the password" };
    for (const act of ["beginTotp", "removeTotp", "renewRecoveryCodes"] as const) {
      expect(await outcomeOf(callAs(person).factors[act](wrong))).toBe("PASSWORD_WRONG");
    }
    await callAs(person).factors.removeTotp(password);
    expect(await attempt(person)).toBe("ok");
    expect(await callAs(person).factors.status()).toMatchObject({ totpSince: null, recoveryCodesLeft: 0 });
  });
});

/** Everything a person may do in a session that began with a code. */
async function codeSession(person: Actor, secret: string, steps: number) {
  const code = codeOf(secret, steps);
  const { sessionId } = await signIn(systemContext(), { login: person.username, ...password, code });
  return createCaller({ ...systemContext(), actor: person, sessionId });
}

describe("a recovery code", () => {
  it("lets in once, however it is typed, and is kept as a hash", async () => {
    const { person, codes } = await withTotp();
    const [first, second] = codes as [string, string];
    const spelt = ` ${first.toUpperCase().replaceAll("-", " ")}`;
    expect([await attempt(person, spelt), await attempt(person, first)]).toEqual([
      "ok",
      "SECOND_FACTOR_WRONG",
    ]);
    expect((await callAs(person).factors.status()).recoveryCodesLeft).toBe(9);
    const stored = await database()
      .db.select()
      .from(recoveryCodes)
      .where(eq(recoveryCodes.userId, person.id));
    expect(JSON.stringify(stored)).not.toContain(second.replaceAll("-", ""));
    const { person: other } = await withTotp();
    expect(await attempt(other, second)).toBe("SECOND_FACTOR_WRONG");
  });

  it("stops working when new ones are made", async () => {
    const { person, codes } = await withTotp();
    const { recoveryCodes: fresh } = await callAs(person).factors.renewRecoveryCodes(password);
    expect(await attempt(person, codes[0])).toBe("SECOND_FACTOR_WRONG");
    expect(await attempt(person, fresh[0])).toBe("ok");
  });
});

describe("where the instance demands a second factor", () => {
  it("setting one up opens everything at once, and the last one stays", async () => {
    await demand("Users", true);
    const person = await createUser();
    const { cookie } = await signInForCookie(person);
    const call = async () => createCaller(await cookieContext(cookie));
    expect(await outcomeOf((await call()).users.me())).toBe("SECOND_FACTOR_REQUIRED");
    expect(await (await call()).factors.status()).toMatchObject({ required: true });
    const { secret } = await (await call()).factors.beginTotp(password);
    await (await call()).factors.confirmTotp({ code: codeOf(secret) });
    expect(await outcomeOf((await call()).users.me())).toBe("ok");
    expect(await outcomeOf((await call()).factors.removeTotp(password))).toBe("LAST_SECOND_FACTOR");
    expect(await attempt(person, codeOf(secret, 1))).toBe("ok");
    await demand("Users", false);
    expect(await outcomeOf((await call()).factors.removeTotp(password))).toBe("ok");
  });
});

it("an administrator takes lost factors away: for a reason, audited, and every session ends", async () => {
  const admin = await createUser({ role: "admin" });
  const { person, secret } = await withTotp();
  const { sessionId } = await signIn(systemContext(), {
    login: person.username,
    ...password,
    code: codeOf(secret),
  });
  const reset = () => callAs(admin).admin.factors.reset({ userId: person.id, reason: "lost the phone" });
  await reset();
  expect(await outcomeOf(reset())).toBe("ALREADY_DONE");
  expect(await attempt(person)).toBe("ok");
  const [session] = await database().db.select().from(sessions).where(eq(sessions.id, sessionId));
  expect(session?.revokedAt).not.toBeNull();
  const entries = await database()
    .db.select({ action: auditEntries.action, reason: auditEntries.reason, actorId: auditEntries.actorId })
    .from(auditEntries)
    .where(and(eq(auditEntries.targetType, "user"), eq(auditEntries.targetId, person.id)))
    .orderBy(desc(auditEntries.id))
    .limit(2);
  expect(entries).toEqual([
    { action: "user.factors-reset", reason: "lost the phone", actorId: admin.id },
    { action: "user.totp-enabled", reason: null, actorId: person.id },
  ]);
});
