import { once } from "node:events";
import { createServer, type RequestListener, request, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { env } from "@/server/env";
import { drain } from "./drain";
import { isForeignOrigin } from "./origin";
import { proxyUpgrades } from "./proxy-upgrades";

let server: Server;

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function listen(handler: RequestListener): Promise<string> {
  server = createServer(handler);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Asks for a WebSocket. Resolves with the answer's status and, when it was accepted, the open socket. */
function upgrade(
  host: string,
  path: string,
  origin?: string,
): Promise<{ status: number; socket?: Socket; head?: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = {
      connection: "Upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": Buffer.from("0123456789abcdef").toString("base64"),
      ...(origin ? { origin } : {}),
    };
    const asked = request(`http://${host}${path}`, { headers });
    asked.on("upgrade", ({ statusCode = 0 }, socket, head) => resolve({ status: statusCode, socket, head }));
    asked.on("response", (response) => resolve({ status: response.statusCode ?? 0 }));
    asked.on("error", reject);
    asked.end();
  });
}

describe("isForeignOrigin", () => {
  it.each([
    ["POST", undefined, false],
    ["POST", "http://HOST", false],
    ["POST", "http://evil.example", true],
    ["POST", "http://HOST.evil.example", true],
    ["POST", "null", true],
    ["POST", "", true],
    ["DELETE", "http://evil.example", true],
    ["GET", "http://evil.example", false],
  ])("%s with the origin %s: %s", async (method, origin, foreign) => {
    const host = await listen((asked, answer) => answer.end(String(isForeignOrigin(asked))));
    const headers = new Headers(origin === undefined ? [] : [["origin", origin.replace("HOST", host)]]);
    const answer = await fetch(`http://${host}/`, { method, headers });
    expect(await answer.text()).toBe(String(foreign));
  });
});

describe("proxyUpgrades", () => {
  const start = async () => {
    const host = await listen((_, answer) => answer.writeHead(404).end());
    proxyUpgrades(server, null, async () => true);
    return host;
  };
  const pusherPath = () => `/app/${env().SOKETI_APP_KEY}?protocol=7&client=js&version=8.6.0&flash=false`;

  it("passes the realtime protocol through to the real server", async () => {
    const host = await start();
    const { status, socket, head } = await upgrade(host, pusherPath(), `http://${host}`);
    expect(status).toBe(101);
    if (!socket) throw new Error("no socket");
    const frame = head?.length ? head : (await once(socket, "data"))[0];
    expect(String(frame)).toContain("pusher:connection_established");
    socket.destroy();
  });

  it.each(["/", "/apps/1/events", "/app/", "/app/../apps", "/app/a/b", "/usage", "/metrics", "/ready"])(
    "does not pass %s",
    async (path) => expect((await upgrade(await start(), path)).status).toBe(404),
  );

  it.each(["http://evil.example", "null", "https://127.0.0.1.evil.example"])(
    "refuses the origin %s",
    async (origin) => expect((await upgrade(await start(), pusherPath(), origin)).status).toBe(403),
  );
});

describe("drain", () => {
  it("finishes the request under way, closes sockets, and takes nothing new", async () => {
    let finish = () => {};
    const host = await listen((_, answer) => {
      finish = () => answer.end("whole");
      server.emit("under way");
    });
    proxyUpgrades(server, null, async () => true);
    const { socket } = await upgrade(host, `/app/${env().SOKETI_APP_KEY}?protocol=7`);
    if (!socket) throw new Error("no socket");
    socket.resume();
    const closed = once(socket, "close");
    const underWay = once(server, "under way");
    const answer = fetch(`http://${host}/slow`).then((response) => response.text());
    await underWay;

    const drained = drain(server);
    await closed;
    await expect(fetch(`http://${host}/late`)).rejects.toThrow();
    finish();
    expect(await answer).toBe("whole");
    await drained;
  });
});
