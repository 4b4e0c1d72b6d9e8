import { createDecipheriv, createECDH, createHmac, createPublicKey, randomBytes, verify } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { jobWork } from "@/features/jobs/server/job-tasks";
import { recordActivity, recordConnected } from "@/features/presence/server/record-presence";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { pushSubscriptions } from "@/server/db/schema/notifications";
import { presences } from "@/server/db/schema/presences";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, cookieContext, outcomeOf, signInForCookie } from "@/testing/caller";
import { createGroup, createUser, newMessageId, sendText, testPassword } from "@/testing/factories";
import { followUpsDone } from "@/testing/follow-ups";
import { runJobs } from "@/testing/run-jobs";
import { createCaller } from "@/trpc/root";
import { sendPushJob } from "./jobs";
import { getPushKeys } from "./push-keys";
import { sendPush } from "./send-push";

const port = vi.hoisted(() => {
  const chosen = 20_000 + Math.floor(Math.random() * 20_000);
  process.env.PUSH_SERVICES = `http://127.0.0.1:${chosen}`;
  return chosen;
});

type Request = { path: string; headers: IncomingHttpHeaders; body: Buffer };
const received: Request[] = [];
let answer = 201;

/** A push service, as far as the product has to do with one. */
const service = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  received.push({ path: request.url ?? "", headers: request.headers, body: Buffer.concat(chunks) });
  response.writeHead(answer).end();
});
beforeAll(() => new Promise<void>((resolve) => service.listen(port, "127.0.0.1", resolve)));
afterAll(() => new Promise<void>((resolve) => service.close(() => resolve())));

/** A browser with a subscription: what it tells the product, and the keys that it keeps. */
function browser() {
  const ecdh = createECDH("prime256v1");
  const p256dh = ecdh.generateKeys();
  const auth = randomBytes(16);
  const path = `/${randomBytes(8).toString("hex")}`;
  const { port } = service.address() as AddressInfo;
  return {
    path,
    subscription: {
      endpoint: `http://127.0.0.1:${port}${path}`,
      keys: { p256dh: p256dh.toString("base64url"), auth: auth.toString("base64url") },
    },
    /** RFC 8291 and RFC 8188, read rather than trusted. */
    decrypt(body: Buffer): unknown {
      const salt = body.subarray(0, 16);
      const keyLength = body.readUInt8(20);
      const serverKey = body.subarray(21, 21 + keyLength);
      const hmac = (key: Buffer, ...parts: (Buffer | string)[]) => {
        const mac = createHmac("sha256", key);
        for (const part of parts) mac.update(part);
        return mac.digest();
      };
      const shared = hmac(auth, ecdh.computeSecret(serverKey));
      const secret = hmac(shared, "WebPush: info\0", p256dh, serverKey, Buffer.of(1));
      const pseudorandom = hmac(salt, secret);
      const key = hmac(pseudorandom, "Content-Encoding: aes128gcm\0", Buffer.of(1)).subarray(0, 16);
      const nonce = hmac(pseudorandom, "Content-Encoding: nonce\0", Buffer.of(1)).subarray(0, 12);
      const sealed = body.subarray(21 + keyLength);
      const cipher = createDecipheriv("aes-128-gcm", key, nonce);
      cipher.setAuthTag(sealed.subarray(-16));
      const padded = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
      return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString());
    },
  };
}

/** Somebody at a browser of their own that takes pushes. */
async function subscriber(person: Actor) {
  const { cookie, sessionId } = await signInForCookie(person);
  const caller = createCaller(await cookieContext(cookie));
  const device = browser();
  const { id } = await caller.notifications.push.subscribe(device.subscription);
  return { ...device, id, caller, sessionId };
}

async function scene() {
  const [ada, ben] = await Promise.all([createUser({ displayName: "Ada" }), createUser()]);
  const { id: conversationId } = await createGroup(ada, [ben], { name: "Kitchen" });
  const device = await subscriber(ben);
  await followUpsDone();
  await runJobs(sendPushJob.name);
  return { ada, ben, conversationId, device };
}

/** What a device was sent, once everything that was to be sent is. */
async function pushedTo(device: { path: string; decrypt: (body: Buffer) => unknown }) {
  await followUpsDone();
  await runJobs(sendPushJob.name);
  return received.filter((each) => each.path === device.path).map((each) => device.decrypt(each.body));
}
const subscriptionsOf = (person: Actor) =>
  database().db.select().from(pushSubscriptions).where(eq(pushSubscriptions.userId, person.id));

describe("a push", () => {
  it("comes to each device once, encrypted for it and signed by the instance", async () => {
    const { ada, ben, conversationId, device } = await scene();
    const other = await subscriber(ben);
    const { id, seq } = await sendText(ada, conversationId, `cake, @${ben.username}!`);
    await sendText(ada, conversationId, "nobody is meant");
    await sendText(ben, conversationId, "my own");
    const expected = {
      title: "Ada mentioned you in Kitchen",
      body: `cake, @${ben.username}!`,
      tag: id,
      path: `/c/${conversationId}/${seq}`,
    };
    // Whoever writes has read what is above: the mention is stale by now.
    expect(await pushedTo(device)).toEqual([]);
    const again = await sendText(ada, conversationId, `cake, @${ben.username}!`);
    const now = { ...expected, tag: again.id, path: `/c/${conversationId}/${again.seq}` };
    expect(await pushedTo(device)).toEqual([now]);
    expect(await pushedTo(other)).toEqual([now]);

    const { headers, body } = received.find((each) => each.path === device.path) as Request;
    expect(body.toString("latin1")).not.toContain("cake");
    expect(headers).toMatchObject({ "content-encoding": "aes128gcm", ttl: "86400", urgency: "high" });
    expect(headers.topic).toBe(again.id.replaceAll("-", ""));
    const [, token = "", key = ""] = /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization ?? "") ?? [];
    const { publicKey } = await getPushKeys();
    expect(key).toBe(publicKey);
    const point = Buffer.from(publicKey, "base64url");
    const jwk = { kty: "EC", crv: "P-256", x: coordinate(point, 1), y: coordinate(point, 33) };
    const [head, claims, signature] = token.split(".") as [string, string, string];
    const signed = verify(
      "sha256",
      Buffer.from(`${head}.${claims}`),
      { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
      Buffer.from(signature, "base64url"),
    );
    expect(signed).toBe(true);
    const { aud, sub, exp } = JSON.parse(Buffer.from(claims, "base64url").toString());
    expect({ aud, sub }).toEqual({ aud: `http://127.0.0.1:${port}`, sub: "mailto:postmaster@localhost" });
    expect(exp * 1_000).toBeGreaterThan(Date.now());
  });

  it("does not say what was written to whoever wants that, and speaks their language", async () => {
    const { ada, ben, conversationId, device } = await scene();
    await device.caller.notifications.settings.update({ pushText: false, locale: "de" });
    await sendText(ada, conversationId, `secret @${ben.username}`);
    expect(await pushedTo(device)).toMatchObject([
      { title: "Ada hat dich in Kitchen erwähnt", body: "Öffne OffChat, um sie zu lesen." },
    ]);
  });

  it("comes by the rules that hold for sounds: levels, mute, quiet, direct messages, threads", async () => {
    const { ada, ben, conversationId, device } = await scene();
    const { updateMembership } = device.caller.conversations;
    const { update } = device.caller.notifications.settings;
    const say = async (...text: [string, string]) => {
      await sendText(ada, ...text);
      // Whether somebody is to be disturbed is decided by what holds when it is said.
      await followUpsDone();
    };
    const titles = async () => (await pushedTo(device)).map((each) => (each as { title: string }).title);
    await update({ level: "all" });
    await say(conversationId, "anything");
    expect(await titles()).toEqual(["Ada in Kitchen"]);
    await updateMembership({ conversationId, notificationLevel: "mentions" });
    await say(conversationId, "anything");
    await updateMembership({ conversationId, mutedUntil: "2999-01-01T00:00:00.000Z" });
    await say(conversationId, `@${ben.username}`);
    await updateMembership({ conversationId, mutedUntil: null });
    await update({ quietUntil: "2999-01-01T00:00:00.000Z" });
    await say(conversationId, `@${ben.username}`);
    await update({ quietUntil: null });
    expect(await titles()).toHaveLength(1);
    const { id: direct } = await callAs(ada).conversations.openDirect({ userId: ben.id });
    await sendText(ada, direct, "psst");
    expect(await titles()).toEqual(["Ada in Kitchen", "Ada"]);
    const { id: threadRootId } = await sendText(ben, conversationId, "a topic");
    await sendText(ada, conversationId, "in there", { threadRootId });
    expect((await titles()).at(-1)).toBe("Ada replied in a thread in Kitchen");
  });

  it("tells of a broadcast too, unless they want to be left alone, are here, or have read it", async () => {
    const admin = await createUser({ role: "admin" });
    const [told, quiet, hidden] = await Promise.all(
      [0, 1, 2].map(async () => subscriber(await createUser({ role: "moderator" }))),
    );
    if (!told || !quiet || !hidden) throw new Error("nobody");
    await quiet.caller.notifications.settings.update({
      quietUntil: new Date(Date.now() + 3_600_000).toISOString(),
    });
    await hidden.caller.notifications.settings.update({ pushText: false, level: "none" });
    const text = { title: "Maintenance", body: "Tonight at ten." };
    const send = (title: string) =>
      callAs(admin).admin.broadcasts.send({
        ...{ id: newMessageId(), ...text, title, important: false, audience: "moderator" },
      });
    await send(text.title);
    await runJobs(jobWork.name);
    expect(await pushedTo(told)).toEqual([
      { ...{ title: text.title, body: text.body, path: "/c" }, tag: expect.any(String) },
    ]);
    expect(await pushedTo(quiet)).toEqual([]);
    expect(await pushedTo(hidden)).toMatchObject([
      { title: `A message from ${admin.displayName}`, body: "Open OffChat to read it." },
    ]);
    await send("Read at once");
    await runJobs(jobWork.name);
    await told.caller.notifications.markAllRead();
    expect(await pushedTo(told)).toHaveLength(1);
  });

  it("calls its author deleted, in the reader's language, where they are", async () => {
    const { ada, ben, conversationId, device } = await scene();
    await device.caller.notifications.settings.update({ locale: "de" });
    await sendText(ada, conversationId, `farewell, @${ben.username}`);
    await followUpsDone();
    await callAs(ada).account.delete({ currentPassword: testPassword, messages: "keep" });
    expect(await pushedTo(device)).toMatchObject([{ title: "Gelöschte Person hat dich in Kitchen erwähnt" }]);
  });

  it("does not come to whoever is here, nor of what was read or deleted meanwhile", async () => {
    const { ada, ben, conversationId, device } = await scene();
    const call = () => sendText(ada, conversationId, `@${ben.username}`);
    await recordConnected([ben.id], { lookedRecently: true });
    await recordActivity([ben.id]);
    await call();
    expect(await pushedTo(device)).toEqual([]);
    await database()
      .db.update(presences)
      .set({ activeAt: sql`now() - interval '6 minutes'` })
      .where(eq(presences.userId, ben.id));
    const { seq } = await call();
    const { id: messageId } = await call();
    await followUpsDone();
    await callAs(ben).conversations.markRead({ conversationId, seq });
    await callAs(ada).messages.delete({ conversationId, messageId });
    expect(await pushedTo(device)).toEqual([]);
  });

  it("is tried again where the service is in trouble, and forgets a device that it no longer knows", async () => {
    const { ada, ben, conversationId, device } = await scene();
    const { id: messageId } = await sendText(ada, conversationId, `@${ben.username}`);
    const push = { subscriptionId: device.id, messageId, kind: "mention" };
    for (const status of [429, 500, 503]) {
      answer = status;
      await expect(sendPush(systemContext(), push)).rejects.toThrow(String(status));
    }
    answer = 302;
    expect(await sendPush(systemContext(), push)).toEqual({ refused: 1 });
    expect(await subscriptionsOf(ben)).toHaveLength(1);
    answer = 410;
    expect(await sendPush(systemContext(), push)).toEqual({ gone: 1 });
    answer = 201;
    expect(await subscriptionsOf(ben)).toEqual([]);
    expect(await sendPush(systemContext(), push)).toEqual({ stale: 1 });
  });
});

const coordinate = (point: Buffer, from: number) => point.subarray(from, from + 32).toString("base64url");

describe("a device that takes pushes", () => {
  it("is forgotten with its session, at once", async () => {
    const { ben, device } = await scene();
    const other = await subscriber(ben);
    expect(await device.caller.notifications.push.devices()).toMatchObject([
      { id: other.id, current: false },
      { id: device.id, current: true },
    ]);
    await device.caller.sessions.end({ sessionId: other.sessionId });
    expect((await subscriptionsOf(ben)).map((each) => each.id)).toEqual([device.id]);
  });

  it("belongs to whoever used the browser last, and is taken away by nobody else", async () => {
    const { ada, ben, device } = await scene();
    await callAs(ada).notifications.push.unsubscribe({ id: device.id });
    expect(await subscriptionsOf(ben)).toHaveLength(1);
    const { cookie } = await signInForCookie(ada);
    await createCaller(await cookieContext(cookie)).notifications.push.subscribe(device.subscription);
    expect(await subscriptionsOf(ben)).toEqual([]);
    expect(await subscriptionsOf(ada)).toHaveLength(1);
  });

  it.each([
    "http://127.0.0.1:1/elsewhere",
    "https://127.0.0.1/",
    "https://169.254.169.254/latest/meta-data",
    "http://fcm.googleapis.com/fcm/send/x",
    "https://fcm.googleapis.com:8443/x",
    "https://user@fcm.googleapis.com/x",
    "https://fcm.googleapis.com.example.org/x",
    "https://evilpush.apple.com/x",
  ])("cannot name the address of something else: %s", async (endpoint) => {
    const { cookie } = await signInForCookie(await createUser());
    const { push } = createCaller(await cookieContext(cookie)).notifications;
    const { keys } = browser().subscription;
    expect(await outcomeOf(push.subscribe({ endpoint, keys }))).toBe("BAD_INPUT");
  });

  it("may be of any vendor", async () => {
    const { cookie } = await signInForCookie(await createUser());
    const { push } = createCaller(await cookieContext(cookie)).notifications;
    for (const host of ["fcm.googleapis.com", "updates.push.services.mozilla.com", "web.push.apple.com"]) {
      const { keys } = browser().subscription;
      expect(await outcomeOf(push.subscribe({ endpoint: `https://${host}/x${Math.random()}`, keys }))).toBe(
        "ok",
      );
    }
  });
});

describe("the instance's keys", () => {
  it("are made once, whoever asks first", async () => {
    const asked = await Promise.all(Array.from({ length: 5 }, getPushKeys));
    expect(new Set(asked.map((keys) => keys.publicKey)).size).toBe(1);
    expect(await callAs(await createUser()).notifications.push.publicKey()).toBe(asked[0]?.publicKey);
  });
});
