import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgetSettings } from "@/features/settings/server/get-settings";
import { database } from "@/server/db/client";
import { settings } from "@/server/db/schema/settings";
import { ageSession } from "@/testing/age-session";
import { callAs, sessionCookie, signInForCookie } from "@/testing/caller";
import { createUser, testPassword } from "@/testing/factories";
import { startWebServer } from "@/testing/start-web-server";
import { authRoutes } from "./auth-routes";
import { errorAnswer } from "./openapi";

let web: Awaited<ReturnType<typeof startWebServer>>;
beforeAll(async () => {
  web = await startWebServer();
});
afterAll(() => web.close());

type Tokens = { accessToken: string; refreshToken: string; expiresIn: number };

async function post(operation: string, body?: unknown, token?: string) {
  const answer = await fetch(`${web.url}/api/v1/auth/${operation}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  const content = text ? JSON.parse(text) : null;
  const route = authRoutes.find(({ path }) => path.endsWith(operation));
  // Whatever comes is what the description promises.
  if (answer.status >= 400) errorAnswer.parse(content);
  else if (answer.status === 200) route?.output?.parse(content);
  return { status: answer.status, content, code: content?.error?.code };
}

async function login() {
  const person = await createUser();
  const { content } = await post("login", { login: person.username, password: testPassword });
  const [session] = await callAs(person).sessions.list();
  return { person, tokens: content as Tokens, sessionId: session?.id ?? "" };
}

describe("signing in", () => {
  it("gives tokens that stand for the person, here and at every procedure", async () => {
    const { person, tokens } = await login();
    expect(tokens.expiresIn).toBe(900);
    const { content } = await post("verify", undefined, tokens.accessToken);
    expect(content.user).toEqual({ ...person });
    const headers = { authorization: `Bearer ${tokens.accessToken}` };
    const me = await fetch(`${web.url}/api/trpc/users.me`, { headers });
    expect((await me.json()).result.data.id).toBe(person.id);
  });

  it("is refused as everywhere", async () => {
    const { username } = await createUser();
    const { status, code } = await post("login", { login: username, password: "wrong" });
    expect([status, code]).toEqual([401, "INVALID_CREDENTIALS"]);
  });

  it("sets no cookie, and a cookie counts for nothing", async () => {
    const { cookie } = await signInForCookie(await createUser());
    const answer = await fetch(`${web.url}/api/v1/auth/verify`, { method: "POST", headers: { cookie } });
    expect(answer.status).toBe(401);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it("starts with an account that programs can register", async () => {
    await database().db.insert(settings).values({ key: "signUpPolicy", value: "open" });
    forgetSettings();
    const account = {
      username: "robot",
      displayName: "Robot",
      email: "robot@example.org",
      password: testPassword,
    };
    expect((await post("register", account)).content).toEqual({
      status: "active",
      verification: false,
    });
    expect((await post("register", account)).status).toBe(409);
    const shouting = await post("register", { ...account, role: "admin" });
    expect([shouting.status, shouting.code]).toEqual([400, "BAD_INPUT"]);
  });
});

describe("tokens", () => {
  it("are good for what they were made for, and nothing else", async () => {
    const { tokens, sessionId } = await login();
    const { cookie, sessionId: browsers } = await signInForCookie(await createUser());
    const browserToken = cookie.split("=").slice(1).join("=");
    for (const token of [tokens.refreshToken, browserToken, "nonsense", `${tokens.accessToken}x`]) {
      expect((await post("verify", undefined, token)).status).toBe(401);
    }
    for (const refreshToken of [tokens.accessToken, browserToken, "nonsense"]) {
      expect((await post("refresh", { refreshToken })).status).toBe(401);
    }
    const asCookie = { cookie: await sessionCookie(sessionId) };
    expect((await fetch(`${web.url}/api/trpc/users.me`, { headers: asCookie })).status).toBe(401);
    expect(browsers).not.toBe(sessionId);
  });

  it("are refreshed, also when the answer was lost or two ask at once", async () => {
    const { tokens } = await login();
    const refresh = () => post("refresh", { refreshToken: tokens.refreshToken });
    const answers = await Promise.all([refresh(), refresh(), refresh()]);
    for (const { status, content } of answers) {
      expect(status).toBe(200);
      expect((await post("verify", undefined, content.accessToken)).status).toBe(200);
    }
  });

  it("that were refreshed and come back later end the session", async () => {
    const { tokens, sessionId } = await login();
    const { content: next } = await post("refresh", { refreshToken: tokens.refreshToken });
    expect((await post("verify", undefined, next.accessToken)).status).toBe(200);
    await ageSession(sessionId, { confirmedAt: "31 seconds" });
    // An old access token is only refused: clients may have kept it in good faith.
    expect((await post("verify", undefined, tokens.accessToken)).status).toBe(401);
    expect((await post("verify", undefined, next.accessToken)).status).toBe(200);
    expect((await post("refresh", { refreshToken: tokens.refreshToken })).status).toBe(401);
    expect((await post("verify", undefined, next.accessToken)).status).toBe(401);
    expect((await post("refresh", { refreshToken: next.refreshToken })).status).toBe(401);
  });

  it("stop with the logout, and with the owner's word from another device", async () => {
    const { tokens } = await login();
    expect((await post("logout", undefined, tokens.accessToken)).status).toBe(204);
    expect((await post("verify", undefined, tokens.accessToken)).status).toBe(401);
    expect((await post("refresh", { refreshToken: tokens.refreshToken })).status).toBe(401);
    const second = await login();
    await callAs(second.person).sessions.endAll({ everywhere: true });
    expect((await post("verify", undefined, second.tokens.accessToken)).status).toBe(401);
  });
});

describe("bad requests", () => {
  const send = (init: RequestInit, path = "auth/login") =>
    fetch(`${web.url}/api/v1/${path}`, { method: "POST", ...init });
  const json = { "content-type": "application/json" };

  it.each([
    ["malformed JSON", { headers: json, body: "{" }],
    ["no body", { headers: json }],
    ["another kind of body", { headers: { "content-type": "text/plain" }, body: "{}" }],
    ["too large a body", { headers: json, body: JSON.stringify({ login: "x".repeat(200_000) }) }],
    ["unknown keys", { headers: json, body: JSON.stringify({ login: "a", password: "b", admin: true }) }],
  ])("with %s get 400 and the one shape of errors", async (_, init) => {
    const answer = await send(init);
    expect(answer.status).toBe(400);
    const { error } = errorAnswer.parse(await answer.json());
    expect(error.code).toBe("BAD_INPUT");
  });

  it("for what is not there get 404", async () => {
    expect((await send({ headers: json, body: "{}" }, "auth/nothing")).status).toBe(404);
    expect((await send({ method: "GET" })).status).toBe(404);
  });
});

it("is described: every operation with its input, output and need of a token", async () => {
  const description = await (await fetch(`${web.url}/api/v1/openapi.json`)).json();
  expect(description.openapi).toBe("3.1.0");
  expect(Object.keys(description.paths).sort()).toEqual(
    ["login", "logout", "refresh", "register", "verify"].map((name) => `/api/v1/auth/${name}`),
  );
  const { post: register } = description.paths["/api/v1/auth/register"];
  const { schema } = register.requestBody.content["application/json"];
  expect(schema.required.sort()).toEqual(["displayName", "email", "password", "username"]);
  expect(schema.properties.password).toMatchObject({ minLength: 8, maxLength: 200 });
  expect(schema.additionalProperties).toBe(false);
  expect(description.paths["/api/v1/auth/verify"].post.security).toEqual([{ accessToken: [] }]);
});
