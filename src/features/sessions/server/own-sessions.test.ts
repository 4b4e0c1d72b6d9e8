import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { loadSession } from "@/server/auth/active-session";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { sessions } from "@/server/db/schema/sessions";
import { systemContext } from "@/server/trpc/request-context";
import { ageSession } from "@/testing/age-session";
import { cookieContext, outcomeOf, signInForCookie } from "@/testing/caller";
import { createUser, testPassword } from "@/testing/factories";
import { connectClient } from "@/testing/listen";
import { createCaller } from "@/trpc/root";
import { expireSessions } from "./expire-sessions";
import { signIn } from "./sign-in";

const chrome =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

/** Procedures as the browser with this cookie calls them now. */
const as = async (cookie: string) => createCaller(await cookieContext(cookie));
const isIn = async (cookie: string) => (await cookieContext(cookie)).actor !== null;
const devices = async (person: Actor, count: number) => {
  const all = [];
  for (let i = 0; i < count; i++) all.push(await signInForCookie(person));
  return all as { cookie: string; sessionId: string }[];
};

/** A real socket of the browser with this cookie, listening to its person's own channel. */
async function openSocket(person: Actor, cookie: string) {
  const client = await connectClient({
    authorize: async (socketId, channel) => {
      const signatures = await (await as(cookie)).conversations.authorizeChannels({
        socketId,
        channels: [channel],
      });
      return signatures[channel] ?? null;
    },
    authenticate: async (socketId) => (await as(cookie)).conversations.authenticateSocket({ socketId }),
  });
  return { ...client, listen: () => client.subscribe(`private-user-${person.id}`) };
}

describe("one's own devices", () => {
  it("are listed with browser, place and last use; those of others are not", async () => {
    const ada = await createUser();
    const [here] = await devices(ada, 1);
    await signIn(
      { ...systemContext(), ip: "198.51.100.7", userAgent: chrome },
      { login: ada.username, password: testPassword },
    );
    await signInForCookie(await createUser());
    const list = await (await as(here?.cookie ?? "")).sessions.list();
    expect(list).toHaveLength(2);
    expect(list.find((each) => each.current)?.id).toBe(here?.sessionId);
    expect(list.find((each) => !each.current)).toMatchObject({
      client: "browser",
      device: { browser: "Chrome 141", system: "Windows" },
      ip: "198.51.100.7",
    });
  });

  it("are signed out one by one, and only by their owner", async () => {
    const ada = await createUser();
    const [here, there] = await devices(ada, 2);
    const [stranger] = await devices(await createUser(), 1);
    if (!here || !there || !stranger) throw new Error("no devices");
    const end = async (cookie: string, sessionId: string) =>
      outcomeOf((await as(cookie)).sessions.end({ sessionId }));
    expect(await end(stranger.cookie, there.sessionId)).toBe("NOT_FOUND");
    expect(await isIn(there.cookie)).toBe(true);
    expect(await end(here.cookie, there.sessionId)).toBe("ok");
    expect(await end(here.cookie, there.sessionId)).toBe("NOT_FOUND");
    expect([await isIn(here.cookie), await isIn(there.cookie)]).toEqual([true, false]);
  });

  it("are signed out together, this one included or not", async () => {
    const ada = await createUser();
    const [here, ...others] = await devices(ada, 3);
    const caller = await as(here?.cookie ?? "");
    expect(await caller.sessions.endAll({ everywhere: false })).toEqual({ ended: 2 });
    expect(await isIn(here?.cookie ?? "")).toBe(true);
    expect(await isIn(others[0]?.cookie ?? "")).toBe(false);
    expect(await caller.sessions.endAll({ everywhere: true })).toEqual({ ended: 1 });
    expect(await isIn(here?.cookie ?? "")).toBe(false);
  });

  it("lose open sockets at once, and get none again, while the others come back", async () => {
    const ada = await createUser();
    const [here, there] = await devices(ada, 2);
    if (!here || !there) throw new Error("no devices");
    const lost = await openSocket(ada, there.cookie);
    expect(await lost.listen()).toBe(true);
    // Another process still remembers the session: what lasts is not handed out on its word.
    const remembered = await cookieContext(there.cookie);
    const before = performance.now();
    const closed = lost.closed();
    await (await as(here.cookie)).sessions.end({ sessionId: there.sessionId });
    await closed;
    expect(performance.now() - before).toBeLessThan(2_000);
    lost.close();
    const again = createCaller(remembered).conversations;
    const channels = [`private-user-${ada.id}`];
    expect(await outcomeOf(again.authorizeChannels({ socketId: "1.2", channels }))).toBe("UNAUTHENTICATED");
    expect(await outcomeOf(again.authenticateSocket({ socketId: "1.2" }))).toBe("UNAUTHENTICATED");
    const back = await openSocket(ada, here.cookie);
    expect(await back.listen()).toBe(true);
    back.close();
  });

  it("that another process signs out are refused here within two seconds", async () => {
    const [here] = await devices(await createUser(), 1);
    if (!here) throw new Error("no device");
    expect(await isIn(here.cookie)).toBe(true);
    // What another process does: it changes the database and cannot reach this one's memory.
    await database()
      .db.update(sessions)
      .set({ revokedAt: new Date() })
      .where(eq(sessions.id, here.sessionId));
    const before = performance.now();
    await expect.poll(() => isIn(here.cookie), { interval: 50, timeout: 5_000 }).toBe(false);
    expect(performance.now() - before).toBeLessThan(2_200);
  });
});

describe("signing in again in the same browser", () => {
  it("starts a new session and ends the one before", async () => {
    const ada = await createUser();
    const [before] = await devices(ada, 1);
    const ctx = await cookieContext(before?.cookie ?? "");
    const { sessionId } = await signIn(ctx, { login: ada.username, password: testPassword });
    expect(sessionId).not.toBe(before?.sessionId);
    expect(await isIn(before?.cookie ?? "")).toBe(false);
  });
});

describe("a session nobody uses", () => {
  it("is ended by the job, sockets included, and no other is", async () => {
    const [ada, bo] = [await createUser(), await createUser()];
    const [idle] = await devices(ada, 1);
    const [busy] = await devices(bo, 1);
    if (!idle || !busy) throw new Error("no devices");
    const socket = await openSocket(ada, idle.cookie);
    await ageSession(idle.sessionId, { lastUsedAt: "15 days" });
    const closed = socket.closed();
    expect(await expireSessions(systemContext())).toEqual({ expired: 1 });
    await closed;
    socket.close();
    expect([await isIn(idle.cookie), await isIn(busy.cookie)]).toEqual([false, true]);
  });

  it("stays in use by being used, and remembers from where", async () => {
    const [here] = await devices(await createUser(), 1);
    if (!here) throw new Error("no device");
    await ageSession(here.sessionId, { lastUsedAt: "2 minutes" });
    await cookieContext(here.cookie);
    const session = await loadSession(here.sessionId, { fresh: true });
    expect(Date.now() - (session?.lastUsedAt.getTime() ?? 0)).toBeLessThan(30_000);
    expect((await (await as(here.cookie)).sessions.list())[0]?.ip).toBe("192.0.2.7");
  });
});

describe("changing the password", () => {
  const newPassword = "staple battery horse";

  it("asks for the present one, replaces it, and signs the other devices out", async () => {
    const ada = await createUser();
    const [here, there] = await devices(ada, 2);
    const { sessions: own } = await as(here?.cookie ?? "");
    expect(await outcomeOf(own.changePassword({ currentPassword: "wrong", newPassword }))).toBe(
      "PASSWORD_WRONG",
    );
    await own.changePassword({ currentPassword: testPassword, newPassword });
    expect([await isIn(here?.cookie ?? ""), await isIn(there?.cookie ?? "")]).toEqual([true, false]);
    const attempt = (password: string) =>
      outcomeOf(signIn(systemContext(), { login: ada.username, password }));
    expect([await attempt(testPassword), await attempt(newPassword)]).toEqual(["INVALID_CREDENTIALS", "ok"]);
  });

  it("is no way round the lock-out", async () => {
    const [here] = await devices(await createUser(), 1);
    const { sessions: own } = await as(here?.cookie ?? "");
    const outcomes: string[] = [];
    for (let i = 0; i < 6; i++) {
      outcomes.push(await outcomeOf(own.changePassword({ currentPassword: `guess ${i}`, newPassword })));
    }
    expect(outcomes).toEqual([...Array(5).fill("PASSWORD_WRONG"), "RATE_LIMITED"]);
  });
});
