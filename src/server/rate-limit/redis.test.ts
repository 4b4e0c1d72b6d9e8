import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { requireRedis } from "../../../scripts/redis.mjs";
import { countEvent, rateLimitStore } from "./rate-limiter";
import { redis } from "./redis";

const folder = mkdtempSync(join(tmpdir(), "offchat-redis-"));
let server: ChildProcess;

beforeAll(async () => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, "close");
  const options = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder];
  server = spawn(requireRedis(), options, { stdio: "ignore" });
  process.env.REDIS_URL = `redis://127.0.0.1:${port}`;
  // Refused until the server listens; the client tries again by itself.
  const client = await redis();
  await new Promise<void>((resolve) => client?.once("ready", resolve));
}, 120_000);

afterAll(async () => {
  (await redis())?.disconnect();
  server.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const count = (key: string) => countEvent("test", key, { allowed: 3, seconds: 60 });
const times = async (key: string, wanted: number) => {
  const waits = [];
  for (let i = 0; i < wanted; i++) waits.push(await count(key));
  return waits.map((wait) => wait > 0);
};
/** What this process has counted by itself is gone, as in a process that has just started. */
function startAnew() {
  const singletons = (globalThis as Record<symbol, Map<string, unknown>>)[Symbol.for("offchat.process")];
  singletons?.delete("rate-limiters");
}

it("counts for all processes together", async () => {
  expect(await rateLimitStore()).toBe("redis");
  expect(await times("ada", 2)).toEqual([false, false]);
  startAnew();
  expect(await times("ada", 2)).toEqual([false, true]);
  expect(await times("grace", 1)).toEqual([false]);
});

it("follows a limit that was changed", async () => {
  expect(await times("alan", 4)).toEqual([false, false, false, true]);
  expect(await countEvent("test", "alan", { allowed: 10, seconds: 60 })).toBe(0);
});

it("goes on by itself, without a wait, while Redis is away", async () => {
  server.kill("SIGKILL");
  await once(server, "exit");
  await expect.poll(async () => (await redis())?.status).not.toBe("ready");
  const begun = performance.now();
  expect(await times("barbara", 4)).toEqual([false, false, false, true]);
  expect(performance.now() - begun).toBeLessThan(1_000);
});
