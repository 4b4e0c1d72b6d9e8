import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rateLimitRules } from "@/features/security/rate-limit-rules";
import { enforceRateLimit } from "@/features/security/server/enforce-rate-limit";
import type { SettingKey } from "@/features/settings/dto";
import { settingsRegistry } from "@/features/settings/registry";
import { forgetSettings } from "@/features/settings/server/get-settings";
import { database } from "@/server/db/client";
import { settings } from "@/server/db/schema/settings";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, outcomeOf, signInForCookie } from "@/testing/caller";
import { actorContext, createGroup, createUser, newMessageId } from "@/testing/factories";
import { startWebServer } from "@/testing/start-web-server";

let web: Awaited<ReturnType<typeof startWebServer>>;
beforeAll(async () => {
  web = await startWebServer();
});
afterAll(() => web.close());

const from = (ip: string) => ({ ...systemContext(), ip });

async function set(key: SettingKey, value: number) {
  await database()
    .db.insert(settings)
    .values({ key, value })
    .onConflictDoUpdate({ target: settings.key, set: { value } });
  forgetSettings();
}

/** How many events of a rule pass before the first is refused, at most `most`. */
async function passed(attempt: () => Promise<void>, most: number): Promise<number> {
  for (let count = 0; count < most; count++) {
    if ((await outcomeOf(attempt())) === "RATE_LIMITED") return count;
  }
  return most;
}

describe.each(Object.entries(rateLimitRules))("%s", (name, { setting, by }) => {
  const rule = name as keyof typeof rateLimitRules;
  const small = 12;

  it("obeys its setting, at once when it changes", async () => {
    const person = actorContext(await createUser());
    const ctx = (by as readonly string[]).includes("person") ? person : from("192.0.2.77");
    await set(setting, small);
    expect(await passed(() => enforceRateLimit(rule, ctx), 100)).toBe(small);
    await set(setting, small + 20);
    // The refused attempt counted too.
    expect(await passed(() => enforceRateLimit(rule, ctx), 100)).toBe(19);
    await set(setting, settingsRegistry[setting].initial);
  });
});

describe("by address", () => {
  it("counts addresses apart, and together in their network", async () => {
    await set("signInsPerMinute", 2);
    expect(await passed(() => enforceRateLimit("signIn", from("198.51.100.1")), 10)).toBe(2);
    expect(await passed(() => enforceRateLimit("signIn", from("198.51.100.2")), 10)).toBe(2);
    let host = 3;
    const spread = await passed(() => enforceRateLimit("signIn", from(`198.51.100.${host++}`)), 50);
    // The network's allowance of 8, less the 2 × 3 above.
    expect(spread).toBe(2);
    expect(await outcomeOf(enforceRateLimit("signIn", from("198.51.101.1")))).toBe("ok");
  });

  it("takes a /64 of IPv6 as one network", async () => {
    await set("signInsPerMinute", 2);
    let host = 1;
    const spread = await passed(() => enforceRateLimit("signIn", from(`2001:db8:0:1::${host++}`)), 50);
    expect(spread).toBe(8);
    expect(await outcomeOf(enforceRateLimit("signIn", from("2001:db8:0:2::1")))).toBe("ok");
    await set("signInsPerMinute", 30);
  });
});

describe("over HTTP", () => {
  it("answers 429 with the wait, in the header and in the refusal", async () => {
    await set("linkUsesPerMinute", 1);
    const ask = () => fetch(`${web.url}/api/trpc/users.describeLink?input={"token":"${"x".repeat(43)}"}`);
    expect((await ask()).status).toBe(404);
    const refused = await ask();
    expect(refused.status).toBe(429);
    const { error } = await refused.json();
    expect(error.data).toMatchObject({ appCode: "RATE_LIMITED", httpStatus: 429 });
    expect(error.data.details.seconds).toBeGreaterThan(0);
    expect(refused.headers.get("retry-after")).toBe(String(error.data.details.seconds));
  });

  it("is not evaded by forged headers", async () => {
    await set("linkUsesPerMinute", 1);
    const url = `${web.url}/api/trpc/users.describeLink?input={"token":"${"x".repeat(43)}"}`;
    const forged = { "x-forwarded-for": "203.0.113.200", "x-offchat-client-address": "203.0.113.201" };
    expect((await fetch(url, { headers: forged })).status).toBe(429);
  });

  it("counts requests of any kind, by person once somebody is signed in", async () => {
    const { cookie } = await signInForCookie(await createUser());
    await set("requestsPerMinute", 10);
    const ask = (headers = {}) => fetch(`${web.url}/api/trpc/settings.public`, { headers });
    const statuses = async (headers = {}) =>
      Promise.all(Array.from({ length: 12 }, async () => (await ask(headers)).status));
    const anonymous = await statuses();
    expect(anonymous.filter((status) => status === 429).length).toBeGreaterThanOrEqual(2);
    const signedIn = await statuses({ cookie });
    expect(signedIn.filter((status) => status === 200)).toHaveLength(10);
    expect(signedIn.filter((status) => status === 429)).toHaveLength(2);
    await set("requestsPerMinute", 3_000);
  });

  it("holds the sender of too many messages back, and nobody else", async () => {
    const [talker, other] = [await createUser(), await createUser()];
    const { id } = await createGroup(talker, [other]);
    await set("messagesPerMinute", 3);
    const send = (by: typeof talker) =>
      outcomeOf(callAs(by).messages.send({ id: newMessageId(), conversationId: id, body: "Hello" }));
    expect([await send(talker), await send(talker), await send(talker), await send(talker)]).toEqual([
      "ok",
      "ok",
      "ok",
      "RATE_LIMITED",
    ]);
    expect(await send(other)).toBe("ok");
  });
});
