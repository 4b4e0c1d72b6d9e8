import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { admitAddress } from "@/features/security/server/ip-rules/admit-address";
import { forgetIpRules } from "@/features/security/server/ip-rules/current-ip-rules";
import { database } from "@/server/db/client";
import { ipRules, securityEvents } from "@/server/db/schema/security";
import { loggedPath } from "@/server/http/log-request";
import { proxyUpgrades } from "@/server/http/proxy-upgrades";
import { createLog } from "@/server/log/log";
import { processSingleton } from "@/server/process-singleton";
import { signInForCookie } from "@/testing/caller";
import { createUser } from "@/testing/factories";
import { startWebServer } from "@/testing/start-web-server";
import { upgrade } from "@/testing/upgrade";

// This machine is the proxy: whom it names in X-Forwarded-For is believed.
process.env.TRUSTED_PROXIES = "127.0.0.1";

const blocked = "203.0.113.66";
let web: Awaited<ReturnType<typeof startWebServer>>;
let lines: Record<string, unknown>[] = [];

beforeAll(async () => {
  process.env.LOG_LEVEL = "info";
  processSingleton("log", () => createLog({ write: (line) => lines.push(JSON.parse(line)) }));
  web = await startWebServer((_, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html>"),
  );
});
afterAll(() => web.close());
beforeEach(async () => {
  lines = [];
  await database().db.insert(ipRules).values({ network: "203.0.113.0/24", kind: "block", reason: "x" });
  forgetIpRules();
});
afterEach(async () => {
  await database().db.delete(ipRules);
  forgetIpRules();
});

const ask = (path: string, from: string, init: RequestInit = {}) =>
  fetch(`${web.url}${path}`, { ...init, headers: { "x-forwarded-for": from, ...init.headers } });
const post = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };

describe("a blocked address", () => {
  it.each([
    ["/", {}],
    ["/sign-in", {}],
    ["/api/trpc/settings.public", {}],
    ["/api/trpc/users.register", post],
    ["/api/v1/auth/login", post],
    ["/api/auth/csrf", {}],
  ])("gets nothing of %s", async (path, init) => {
    expect((await ask(path, blocked, init)).status).toBe(403);
    expect((await ask(path, "198.51.100.1", init)).status).not.toBe(403);
  });

  it("is told why in the words of each door, with the number of the request", async () => {
    const trpc = await ask("/api/trpc/settings.public", blocked);
    const { error } = await trpc.json();
    const requestId = trpc.headers.get("x-request-id");
    expect(error).toMatchObject({
      message: "ADDRESS_BLOCKED",
      data: { appCode: "ADDRESS_BLOCKED", httpStatus: 403, details: {}, issues: null, requestId },
    });
    const rest = await (await ask("/api/v1/auth/login", blocked, post)).json();
    expect(rest.error).toMatchObject({ code: "ADDRESS_BLOCKED", details: {}, issues: null });
    const page = await ask("/", blocked, { headers: { "accept-language": "de" } });
    expect(await page.text()).toContain("Der Zugang von deiner Adresse ist gesperrt.");
  });

  it("still finds out that the server is well, as whoever watches over it does", async () => {
    expect((await ask("/api/health", blocked)).status).toBe(200);
  });

  it("does not get in by naming another address", async () => {
    const forged = { "x-forwarded-for": `198.51.100.1, ${blocked}`, "x-real-ip": "198.51.100.1" };
    const answer = await fetch(`${web.url}/api/trpc/settings.public`, { headers: forged });
    expect(answer.status).toBe(403);
  });

  it("loses what a session would give it", async () => {
    const { cookie } = await signInForCookie(await createUser());
    expect((await ask("/api/trpc/users.me", "198.51.100.1", { headers: { cookie } })).status).toBe(200);
    expect((await ask("/api/trpc/users.me", blocked, { headers: { cookie } })).status).toBe(403);
  });
});

describe("sockets", () => {
  let server: Server;
  let host: string;
  beforeEach(async () => {
    server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    proxyUpgrades(server, null, admitAddress);
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.emit("drain-sockets");
    server.close();
  });

  const upgradeFrom = (from: string) => upgrade(host, { "x-forwarded-for": from });

  it("are refused to a blocked address, and to it alone", async () => {
    expect([(await upgradeFrom(blocked)).status, (await upgradeFrom("198.51.100.1")).status]).toEqual([
      403, 101,
    ]);
  });

  it("that are open when the block comes are closed within two seconds", async () => {
    const { socket } = await upgradeFrom("198.51.100.2");
    if (!socket) throw new Error("no socket");
    socket.resume();
    const begun = performance.now();
    const closed = once(socket, "close");
    // As another process would.
    await database().db.insert(ipRules).values({ network: "198.51.100.2/32", kind: "block", reason: "x" });
    await closed;
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});

describe("scanners", () => {
  const probes = [
    "/wp-login.php",
    "/.env",
    "/.git/config",
    "/phpmyadmin/",
    "/cgi-bin/x",
    "/a/../../etc/passwd.bak",
  ];

  it.each(probes)("get no page for %s", async (path) => {
    expect((await ask(path, "198.51.100.30")).status).toBe(404);
  });

  it.each(["/", "/c/01900000", "/api/files/dump.sql", "/.well-known/security.txt", "/files/index.php"])(
    "are not who asks for %s",
    async (path) => expect((await ask(path, "198.51.100.30")).status).toBe(200),
  );

  it("are shut out after a burst", async () => {
    const from = "198.51.100.31";
    for (let i = 0; i < 11; i++) await ask(`/${i}.php`, from);
    expect((await ask("/sign-in", from)).status).toBe(403);
    const events = await database().db.select().from(securityEvents);
    expect(events).toMatchObject([{ kind: "address.scanned", ip: from, blockedUntil: expect.any(Date) }]);
  });
});

describe("the log", () => {
  it("has a line for each request: who, from where, what became of it and how long it took", async () => {
    const ada = await createUser();
    const { cookie } = await signInForCookie(ada);
    const answer = await ask("/api/trpc/users.me?note=secret", "198.51.100.1", { headers: { cookie } });
    await expect.poll(() => lines.filter(({ msg }) => msg === "request")).toHaveLength(1);
    const requestId = answer.headers.get("x-request-id");
    const [line] = lines.filter(({ msg }) => msg === "request");
    expect(line).toMatchObject({
      ...{ requestId, method: "GET", path: "/api/trpc/users.me", status: 200 },
      ...{ ip: "198.51.100.1", actorId: ada.id, ms: expect.any(Number) },
    });
    expect(JSON.stringify(lines)).not.toContain(cookie.split("=")[1]);
  });

  it("names the request that an error was about", async () => {
    const answer = await ask("/api/trpc/no.such", "198.51.100.1", { headers: { "x-request-id": "forged" } });
    const { error } = await answer.json();
    expect(error.data.requestId).toBe(answer.headers.get("x-request-id"));
    expect(error.data.requestId).not.toBe("forged");
  });

  it("keeps secrets of links out of paths, and ids in", () => {
    const id = "01900000-0000-7000-8000-000000000000";
    expect(loggedPath(`/join/${"s".repeat(43)}?next=/c`)).toBe("/join/…");
    expect(loggedPath(`/c/${id}`)).toBe(`/c/${id}`);
  });
});
