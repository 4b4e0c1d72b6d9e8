import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sessionCookieName } from "@/server/auth/session-cookie";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { sessions } from "@/server/db/schema/sessions";
import { ageSession } from "@/testing/age-session";
import { sessionCookie, signInForCookie } from "@/testing/caller";
import { createUser } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import { startWebServer } from "@/testing/start-web-server";
import { stolenReason } from "./revoke-stolen-session";

let web: Awaited<ReturnType<typeof startWebServer>>;
beforeAll(async () => {
  web = await startWebServer((request, response) => {
    if (request.url === "/sign-out") response.setHeader("set-cookie", `${sessionCookieName()}=; Max-Age=0`);
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html>");
  });
});
afterAll(() => web.close());

/** A page's request with this cookie: whether it was the person's, and the cookie that came back. */
async function ask(cookie: string, path = "/api/trpc/users.me") {
  const answer = await fetch(`${web.url}${path}`, { headers: { cookie } });
  const [renewed] = answer.headers.getSetCookie();
  return { status: answer.status, setCookie: renewed, cookie: renewed?.split(";")[0] ?? null };
}

/** Somebody whose token is due for its next rotation. */
async function withDueToken(): Promise<{ person: Actor; sessionId: string; cookie: string }> {
  const person = await createUser();
  const session = await signInForCookie(person);
  await ask(session.cookie);
  await ageSession(session.sessionId, { rotatedAt: "11 minutes" });
  return { person, ...session };
}

describe("a token", () => {
  it("stays while it is young", async () => {
    const { cookie } = await signInForCookie(await createUser());
    expect(await ask(cookie)).toEqual({ status: 200, setCookie: undefined, cookie: null });
  });

  it("is replaced when it is due, by a cookie with the same protection", async () => {
    const { cookie } = await withDueToken();
    const answer = await ask(cookie);
    expect(answer.status).toBe(200);
    expect(answer.setCookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Expires=/);
    expect(answer.cookie).not.toBe(cookie);
    expect(await ask(answer.cookie as string)).toMatchObject({ status: 200, cookie: null });
  });

  it("is replaced by pages as well, and not by scripts and styles", async () => {
    const { cookie } = await withDueToken();
    expect((await ask(cookie, "/_next/static/chunk.js")).cookie).toBeNull();
    expect((await ask(cookie, "/")).cookie).not.toBeNull();
  });

  it("is not replaced by an answer that signs out", async () => {
    const { cookie } = await withDueToken();
    const answer = await fetch(`${web.url}/sign-out`, { headers: { cookie } });
    expect(answer.headers.getSetCookie()).toEqual([`${sessionCookieName()}=; Max-Age=0`]);
  });
});

describe("two tabs that are due at once", () => {
  it("both go on", async () => {
    const { cookie } = await withDueToken();
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(cookie)));
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
    // Whichever cookie arrived last works, and so does every other one.
    const renewed = answers.flatMap((answer) => answer.cookie ?? []);
    expect(renewed.length).toBeGreaterThan(0);
    for (const each of renewed) expect((await ask(each)).status).toBe(200);
    // What was on its way with the old one still arrives, and does not bring the old one back.
    expect(await ask(cookie)).toEqual({ status: 200, setCookie: undefined, cookie: null });
  });

  it("are not signed out when the answer with the new token was lost", async () => {
    const { cookie, sessionId } = await withDueToken();
    await ask(cookie);
    await ageSession(sessionId, { rotatedAt: "9 minutes" });
    const again = await ask(cookie);
    expect(again.status).toBe(200);
    expect((await ask(again.cookie as string)).status).toBe(200);
  });
});

describe("a stolen token", () => {
  it("that comes back after its successor is in use ends the session, for both", async () => {
    const { person, cookie: stolen, sessionId } = await withDueToken();
    const client = await listenAs(person);
    const { cookie: rightful } = await ask(stolen);
    await ask(rightful as string);
    await ageSession(sessionId, { confirmedAt: "31 seconds" });
    const closed = client.closed();
    expect((await ask(stolen)).status).toBe(401);
    expect((await ask(rightful as string)).status).toBe(401);
    await closed;
    client.close();
    const [row] = await database().db.select().from(sessions).where(eq(sessions.id, sessionId));
    expect(row?.revokeReason).toBe(stolenReason);
    const entries = await database()
      .db.select()
      .from(auditEntries)
      .where(and(eq(auditEntries.targetId, sessionId), eq(auditEntries.action, "session.ended")));
    expect(entries).toMatchObject([{ reason: stolenReason, ip: "127.0.0.1" }]);
  });

  it("that the thief rotates first shuts the thief out when the owner comes back", async () => {
    const { cookie: stolen, sessionId } = await withDueToken();
    const { cookie: thiefs } = await ask(stolen);
    await ask(thiefs as string);
    await ageSession(sessionId, { confirmedAt: "31 seconds" });
    expect((await ask(stolen)).status).toBe(401);
    expect((await ask(thiefs as string)).status).toBe(401);
  });

  it("of long ago ends the session too", async () => {
    const { cookie: oldest, sessionId } = await withDueToken();
    const { cookie: second } = await ask(oldest);
    await ask(second as string);
    await ageSession(sessionId, { rotatedAt: "11 minutes" });
    const { cookie: third } = await ask(second as string);
    expect((await ask(third as string)).status).toBe(200);
    expect((await ask(oldest)).status).toBe(401);
    expect((await ask(third as string)).status).toBe(401);
  });
});

it("a generation that was never made is worth nothing, and harms nobody", async () => {
  const { cookie, sessionId } = await signInForCookie(await createUser());
  expect((await ask(await sessionCookie(sessionId, 2))).status).toBe(401);
  expect((await ask(cookie)).status).toBe(200);
});
