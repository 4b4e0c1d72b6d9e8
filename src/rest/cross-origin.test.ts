import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callAs, outcomeOf } from "@/testing/caller";
import { createUser, testPassword } from "@/testing/factories";
import { setSettings } from "@/testing/set-settings";
import { startWebServer } from "@/testing/start-web-server";

const allowed = "https://app.example.org";
let web: Awaited<ReturnType<typeof startWebServer>>;
beforeAll(async () => {
  web = await startWebServer();
  await setSettings({ apiOrigins: `${allowed}\nhttp://localhost:5173 https://standard.example:443` });
});
afterAll(() => web.close());

type Asked = { method?: string; headers?: Record<string, string>; body?: string };
const ask = (path: string, origin: string, { headers, ...rest }: Asked = {}) =>
  fetch(web.url + path, { ...rest, headers: { origin, ...headers } });
const preflight = (path: string, origin: string) =>
  ask(path, origin, {
    method: "OPTIONS",
    headers: {
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization, content-type",
    },
  });
const corsOf = ({ headers }: Response) => [...headers].filter(([name]) => name.startsWith("access-control-"));

describe("the interface for programs, to a script of another site", () => {
  it("answers one that is allowed, without a word about cookies", async () => {
    const { username } = await createUser();
    const before = await preflight("/api/v1/auth/login", allowed);
    expect(before.status).toBe(204);
    expect(Object.fromEntries(corsOf(before))).toEqual({
      "access-control-allow-origin": allowed,
      "access-control-allow-methods": "GET, POST",
      "access-control-allow-headers": "authorization, content-type",
      "access-control-expose-headers": "retry-after, x-request-id",
      "access-control-max-age": "600",
    });
    const answer = await ask("/api/v1/auth/login", allowed, {
      ...{ method: "POST", headers: { "content-type": "application/json" } },
      body: JSON.stringify({ login: username, password: testPassword }),
    });
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      ...{ "access-control-allow-origin": allowed, vary: "Origin" },
      "cross-origin-resource-policy": "cross-origin",
    });
    expect(answer.headers.has("access-control-allow-credentials")).toBe(false);
    expect(answer.headers.getSetCookie()).toEqual([]);
    // Refusals can be read too.
    const refused = await ask("/api/v1/auth/verify", allowed, { method: "POST" });
    expect([refused.status, refused.headers.get("access-control-allow-origin")]).toEqual([401, allowed]);
  });

  it("knows the others that are allowed, by their whole origin", async () => {
    for (const origin of ["http://localhost:5173", "https://standard.example"])
      expect((await preflight("/api/v1/auth/login", origin)).status).toBe(204);
  });

  it.each([
    "https://evil.example",
    "null",
    "*",
    "http://app.example.org",
    "https://app.example.org:8443",
    "https://app.example.org.evil.example",
    "https://sub.app.example.org",
    "https://APP.example.org",
    "https://app.example.org/",
    `${allowed} https://evil.example`,
  ])("gives %j nothing", async (origin) => {
    const before = await preflight("/api/v1/auth/login", origin);
    expect([before.status, corsOf(before)]).toEqual([404, []]);
    const read = await ask("/api/v1/openapi.json", origin);
    expect([corsOf(read), read.headers.get("cross-origin-resource-policy")]).toEqual([[], "same-origin"]);
    const posted = await ask("/api/v1/auth/login", origin, {
      ...{ method: "POST", headers: { "content-type": "application/json" }, body: "{}" },
    });
    expect([posted.status, corsOf(posted)]).toEqual([403, []]);
    expect((await posted.json()).error.code).toBe("BAD_ORIGIN");
  });
});

it("everything else stays closed to an origin that is allowed there", async () => {
  for (const path of ["/api/trpc/settings.public", "/api/auth/csrf", "/api/health", "/", "/api/v1"]) {
    expect([path, corsOf(await preflight(path, allowed))]).toEqual([path, []]);
    expect([path, corsOf(await ask(path, allowed))]).toEqual([path, []]);
  }
  const posted = await ask("/api/trpc/users.register", allowed, { method: "POST" });
  expect(posted.status).toBe(403);
});

it("an origin that is taken off the list is closed out at once", async () => {
  const admin = await createUser({ role: "admin" });
  await callAs(admin).admin.settings.update({ apiOrigins: "https://other.example" });
  expect(corsOf(await preflight("/api/v1/auth/login", allowed))).toEqual([]);
});

it.each([
  "*",
  "null",
  "https://*.example.org",
  "https://app.example.org/path",
  "app.example.org",
  "ftp://app.example.org",
  "https://user:password@app.example.org",
  "https://app.example.org, https://b.example.org",
])("the list takes no %j", async (apiOrigins) => {
  const admin = await createUser({ role: "admin" });
  const update = callAs(admin).admin.settings.update({ apiOrigins });
  await expect(update).rejects.toMatchObject({ code: "BAD_REQUEST" });
  expect(await outcomeOf(callAs(admin).admin.settings.update({ apiOrigins: "" }))).toBe("ok");
});
