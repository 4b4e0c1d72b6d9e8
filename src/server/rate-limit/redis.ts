import type { Redis } from "ioredis";
import { env } from "@/server/env";
import { log } from "@/server/log/log";
import { processSingleton } from "@/server/process-singleton";

/** The process's connection to Redis; null where there is no `REDIS_URL`. It comes back by itself. */
export function redis(): Promise<Redis | null> {
  return processSingleton("redis", async () => {
    const { REDIS_URL } = env();
    if (!REDIS_URL) return null;
    const { Redis } = await import("ioredis");
    const client = new Redis(REDIS_URL, {
      maxRetriesPerRequest: 1,
      commandTimeout: 500,
      retryStrategy: (attempt) => Math.min(5_000, attempt * 200),
    });
    let away = false;
    client.on("error", (err) => {
      if (!away) log().warn({ err }, "Redis is away: each process counts by itself");
      away = true;
    });
    client.on("ready", () => {
      away = false;
    });
    return client;
  });
}
