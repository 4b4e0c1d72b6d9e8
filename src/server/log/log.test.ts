import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { database } from "@/server/db/client";
import { processSingleton } from "@/server/process-singleton";
import { signInForCookie } from "@/testing/caller";
import { createGroup, createUser, newMessageId, testPassword } from "@/testing/factories";
import { startWebServer } from "@/testing/start-web-server";
import { createLog } from "./log";

let web: Awaited<ReturnType<typeof startWebServer>>;
let lines: string[] = [];
const entries = () => lines.map((line) => JSON.parse(line));

beforeAll(async () => {
  process.env.LOG_LEVEL = "trace";
  processSingleton("log", () => createLog({ write: (line) => lines.push(line) }));
  web = await startWebServer();
});
afterAll(() => web.close());
beforeEach(() => {
  lines = [];
});

const post = (path: string, input: unknown, headers: Record<string, string> = {}) =>
  fetch(`${web.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(input),
  });

it("does not repeat secrets or what people write, wherever they are in an entry", () => {
  const log = createLog({ write: (line) => lines.push(line) });
  const secret = "SECRET";
  for (const key of ["password", "newPassword", "token", "refreshToken", "authorization", "cookie", "body"]) {
    log.info({ [key]: secret, input: { [key]: secret } }, "entry");
  }
  expect(lines).toHaveLength(7);
  expect(lines.join()).not.toContain(secret);
});

it("keeps the values of a failed statement out, and shows its asker no more than a number", async () => {
  const ada = await createUser();
  const { cookie } = await signInForCookie(ada);
  const { id: conversationId } = await createGroup(ada);
  const body = "What nobody else may read";
  await database().db.execute(sql`alter table messages rename to messages_away`);
  const answer = await post(
    "/api/trpc/messages.send",
    { id: newMessageId(), conversationId, body },
    { cookie },
  );
  await database().db.execute(sql`alter table messages_away rename to messages`);
  expect(answer.status).toBe(500);
  const { error } = await answer.json();
  expect(error.message).toBe("INTERNAL");
  expect(Object.keys(error.data).sort()).toEqual(
    ["appCode", "code", "details", "httpStatus", "issues", "requestId"].sort(),
  );
  const [entry] = entries().filter(({ msg }) => msg === "request failed");
  expect(entry).toMatchObject({ requestId: error.data.requestId, path: "messages.send" });
  expect(JSON.stringify(entry.err)).toMatch(/42P01|does not exist/);
  expect(lines.join()).not.toContain(body);
});

it("keeps passwords, hashes and addresses out of failed registrations and sign-ins", async () => {
  const account = {
    username: "logged-person",
    displayName: "Logged",
    email: "logged@example.org",
    password: "a password that must not be logged",
  };
  await database().db.execute(sql`alter table users rename column password_hash to away`);
  const answers = [
    await post("/api/v1/auth/register", account),
    await post("/api/v1/auth/login", { login: account.email, password: account.password }),
  ];
  await database().db.execute(sql`alter table users rename column away to password_hash`);
  expect(answers.map(({ status }) => status)).toEqual([500, 500]);
  expect(entries().filter(({ msg }) => msg === "request failed")).toHaveLength(2);
  for (const value of [account.password, account.email, account.username, "$argon2"]) {
    expect(lines.join()).not.toContain(value);
  }
});

it("has security events in a stream of their own, with address and request", async () => {
  const { username } = await createUser();
  for (let i = 0; i < 6; i++) await post("/api/v1/auth/login", { login: username, password: "wrong" });
  const events = entries().filter(({ stream }) => stream === "security");
  expect(events).toMatchObject([
    { event: "sign-in.locked-out", ip: "127.0.0.1", requestId: expect.any(String) },
  ]);
  expect(JSON.stringify(events)).not.toContain(username);
  expect(JSON.stringify(events)).not.toContain(testPassword);
});
