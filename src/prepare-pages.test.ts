import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { WebSocket } from "ws";
import { preparePages } from "@/prepare-pages";
import { proxyUpgrades } from "@/server/http/proxy-upgrades";

it("answers the socket over which edited code comes, in development, and no other", async () => {
  vi.stubEnv("NEXT_TELEMETRY_DISABLED", "1");
  // Inside the project, as Next looks for itself from there.
  mkdirSync(".data", { recursive: true });
  const dir = mkdtempSync(join(".data", "pages-"));
  mkdirSync(join(dir, "app"));
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
    rmSync(dir, { recursive: true, force: true });
  });
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const pages = await preparePages({ dev: true, port, dir });
  server.on("request", pages.handle);
  proxyUpgrades(server, pages.takeSocket, async () => true);

  const open = (path: string) => new WebSocket(`ws://localhost:${port}${path}`);
  const [early] = await once(open("/_next/hmr?id=early"), "error");
  expect(early.message).toContain("404");
  await (await fetch(`http://localhost:${port}/_next/static/none.js`)).text();
  const [frame] = await once(open("/_next/hmr?id=a"), "message", { signal: AbortSignal.timeout(5_000) });
  expect(JSON.parse(String(frame))).toHaveProperty("type");
  // What Next notes of the browser would outlive the folder.
  await expect.poll(() => existsSync(join(dir, ".next/dev/cache/next-devtools-config.json"))).toBe(true);
});
