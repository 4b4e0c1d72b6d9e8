import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { forgetSettings } from "@/features/settings/server/get-settings";
import { userChannel } from "@/features/users/channels";
import { isClosedFor } from "@/maintenance-page";
import { database } from "@/server/db/client";
import { settings } from "@/server/db/schema/settings";
import { proxyUpgrades } from "@/server/http/proxy-upgrades";
import { callAs, signInForCookie } from "@/testing/caller";
import { createUser } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import { until } from "@/testing/realtime-client";
import { startWebServer } from "@/testing/start-web-server";
import { upgrade } from "@/testing/upgrade";

afterEach(async () => {
  await database().db.delete(settings);
  forgetSettings();
});

it("keeps out everybody but administrators, on every way in, and lets them in again", async () => {
  const [admin, person] = [await createUser({ role: "admin" }), await createUser()];
  const [adminCookie, cookie] = [
    (await signInForCookie(admin)).cookie,
    (await signInForCookie(person)).cookie,
  ];
  const pages: (string | undefined)[] = [];
  const web = await startWebServer((request, response) => {
    pages.push(request.url);
    response.writeHead(200).end();
  });
  const ask = async (path: string, headers: Record<string, string> = {}, method = "GET") => {
    const answer = await fetch(web.url + path, { method, headers, redirect: "manual" });
    return { status: answer.status, wait: answer.headers.get("retry-after"), body: await answer.text() };
  };
  const html = { accept: "text/html" };
  expect((await ask("/c", { ...html, cookie })).status).toBe(200);

  const end = new Date(Date.now() + 600_000).toISOString();
  await callAs(admin).admin.settings.update({ maintenanceMode: true, maintenanceUntil: end });
  const page = await ask("/c", { ...html, cookie });
  expect([page.status, pages.at(-1)]).toEqual([503, "/maintenance"]);
  expect(Number(page.wait)).toBeGreaterThan(590);
  const query = await ask("/api/trpc/users.me", { cookie });
  expect(query.status).toBe(503);
  expect(JSON.parse(query.body).error.data.appCode).toBe("MAINTENANCE");
  expect(Number(query.wait)).toBeGreaterThan(590);
  const rest = await ask("/api/v1/auth/me", {}, "POST");
  expect([rest.status, JSON.parse(rest.body).error.code]).toEqual([503, "MAINTENANCE"]);
  expect((await ask("/c", { cookie }, "POST")).status).toBe(503);

  expect((await ask("/c", { ...html, cookie: adminCookie })).status).toBe(200);
  expect((await ask("/api/trpc/users.me", { cookie: adminCookie })).status).toBe(200);
  expect((await ask("/sign-in", html)).status).toBe(200);
  expect((await ask("/api/health")).status).toBe(200);

  await callAs(admin).admin.settings.update({ maintenanceMode: false });
  expect((await ask("/c", { ...html, cookie })).status).toBe(200);
  expect((await ask("/api/trpc/users.me", { cookie })).status).toBe(200);
  await web.close();
});

it("holds in another process within two seconds", async () => {
  const person = await createUser();
  const { cookie } = await signInForCookie(person);
  const web = await startWebServer();
  const status = async () => (await fetch(`${web.url}/api/trpc/users.me`, { headers: { cookie } })).status;
  expect(await status()).toBe(200);
  // Another process closes the instance.
  await database().db.insert(settings).values({ key: "maintenanceMode", value: true });
  const started = performance.now();
  await until(async () => (await status()) === 503, "closed");
  expect(performance.now() - started).toBeLessThan(2_500);
  await web.close();
});

it("refuses sockets to others, and closes those that another process let in", async () => {
  const [admin, person] = [await createUser({ role: "admin" }), await createUser()];
  const [adminCookie, cookie] = [
    (await signInForCookie(admin)).cookie,
    (await signInForCookie(person)).cookie,
  ];
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  proxyUpgrades(server, null, async () => true, isClosedFor);
  const { port } = server.address() as AddressInfo;
  const open = (cookie?: string) => upgrade(`127.0.0.1:${port}`, cookie ? { cookie } : {});

  const [hers, his] = [await open(adminCookie), await open(cookie)];
  expect([hers.status, his.status, (await open()).status]).toEqual([101, 101, 101]);
  const closed = once(his.socket?.resume() as Socket, "close");
  let adminsClosed = false;
  hers.socket?.resume().once("close", () => {
    adminsClosed = true;
  });
  await database().db.insert(settings).values({ key: "maintenanceMode", value: true });
  await closed;
  expect([(await open(adminCookie)).status, (await open(cookie)).status, (await open()).status]).toEqual([
    101, 503, 503,
  ]);
  expect(adminsClosed).toBe(false);
  server.emit("drain-sockets");
  server.close();
});

it("closes the sockets of others", async () => {
  const [admin, person] = [await createUser({ role: "admin" }), await createUser()];
  const clients = [await listenAs(admin), await listenAs(person)] as const;
  expect(await clients[0].subscribe(userChannel(admin.id))).toBe(true);
  expect(await clients[1].subscribe(userChannel(person.id))).toBe(true);
  await callAs(admin).admin.settings.update({ maintenanceMode: true });
  await until(() => clients[1].state() !== "connected", "the person's socket closed");
  expect(clients[0].state()).toBe("connected");
  for (const client of clients) client.close();
});
