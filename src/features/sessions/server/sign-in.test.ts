import { eq, sql } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import { sessionCookieName } from "@/server/auth/session-cookie";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { sessions } from "@/server/db/schema/sessions";
import { systemContext } from "@/server/trpc/request-context";
import { cookieContext, outcomeOf, sessionCookie, signInForCookie } from "@/testing/caller";
import { createImportedUser, createUser, testPassword } from "@/testing/factories";
import { purgeSessions } from "./purge-sessions";
import { signIn } from "./sign-in";
import { signOut } from "./sign-out";

const attempt = (login: string, password = testPassword) =>
  outcomeOf(signIn(systemContext(), { login, password }));

describe("signIn", () => {
  it("takes the e-mail address or the user name, in any letter case", async () => {
    const ada = await createUser();
    for (const login of [ada.username, ada.username.toUpperCase(), ada.email?.toUpperCase() ?? ""]) {
      expect(await attempt(login)).toBe("ok");
    }
  });

  it("says the same of a wrong password, an unknown account and one without a password", async () => {
    const ada = await createUser();
    const imported = await createImportedUser();
    expect(await attempt(ada.username, `${testPassword}!`)).toBe("INVALID_CREDENTIALS");
    expect(await attempt("nobody@example.org")).toBe("INVALID_CREDENTIALS");
    expect(await attempt(imported.username, "")).toBe("INVALID_CREDENTIALS");
  });

  it.each([
    ["pending", "ACCOUNT_PENDING"],
    ["suspended", "ACCOUNT_SUSPENDED"],
    ["banned", "ACCOUNT_BANNED"],
    ["rejected", "ACCOUNT_REJECTED"],
    ["deactivated", "ACCOUNT_NOT_ACTIVE"],
  ] as const)("tells only those who know the password that the account is %s", async (status, refusal) => {
    const { username } = await createUser({ status });
    expect(await attempt(username)).toBe(refusal);
    expect(await attempt(username, "wrong password")).toBe("INVALID_CREDENTIALS");
  });
});

describe("a session", () => {
  it("stands in the audit log as begun by whoever signed in", async () => {
    const ada = await createUser();
    const { sessionId } = await signInForCookie(ada);
    const [entry] = await database()
      .db.select()
      .from(auditEntries)
      .where(eq(auditEntries.targetId, sessionId));
    expect(entry).toMatchObject({ action: "session.started", actorId: ada.id });
  });

  it("ends at once with the sign-out, and alone", async () => {
    const ada = await createUser();
    const [here, there] = [await signInForCookie(ada), await signInForCookie(ada)];
    expect((await cookieContext(here.cookie)).actor).toEqual(ada);
    await signOut(systemContext(), here.sessionId);
    await signOut(systemContext(), here.sessionId);
    expect(await cookieContext(here.cookie)).toMatchObject({ actor: null, sessionId: null });
    expect(await cookieContext(there.cookie)).toMatchObject({ actor: ada, sessionId: there.sessionId });
  });

  it("ends with its time", async () => {
    const ada = await createUser();
    const { cookie, sessionId } = await signInForCookie(ada);
    await database()
      .db.update(sessions)
      .set({ expiresAt: sql`now() - interval '1 second'` })
      .where(eq(sessions.id, sessionId));
    expect((await cookieContext(cookie)).actor).toBeNull();
  });

  it("is nobody's without a token of ours", async () => {
    const ada = await createUser();
    const { sessionId, cookie } = await signInForCookie(ada);
    const token = { sid: sessionId, gen: 1, use: "browser" };
    const forged = await encode({ token, secret: "another secret, just as long as it must be" });
    const expired = await encode({ token, secret: process.env.AUTH_SECRET ?? "", maxAge: -60 });
    const unknown = await sessionCookie("01900000-0000-7000-8000-000000000000");
    const name = sessionCookieName();
    const cookies = [null, "", `${name}=`, `${name}=${forged}`, `${name}=${expired}`, unknown, `x${cookie}`];
    for (const each of cookies) expect([each, (await cookieContext(each)).actor]).toEqual([each, null]);
    expect((await cookieContext(`a=b; ${cookie}; c=d`)).actor?.id).toBe(ada.id);
  });

  it.each(["%", "%E0%A4%A", "not-a-token", "a.b.c.d.e"])("survives the malformed token %j", async (token) => {
    expect((await cookieContext(`${sessionCookieName()}=${token}`)).actor).toBeNull();
  });

  it("is purged 30 days after it ended", async () => {
    const ada = await createUser();
    const old = await signInForCookie(ada);
    const recent = await signInForCookie(ada);
    const expire = (id: string, days: number) =>
      database()
        .db.update(sessions)
        .set({ expiresAt: sql`now() - ${days} * interval '1 day'` })
        .where(eq(sessions.id, id));
    await expire(old.sessionId, 31);
    await expire(recent.sessionId, 29);
    expect(await purgeSessions()).toEqual({ purged: 1 });
    const left = await database()
      .db.select({ id: sessions.id })
      .from(sessions)
      .where(eq(sessions.userId, ada.id));
    expect(left).toEqual([{ id: recent.sessionId }]);
  });
});
