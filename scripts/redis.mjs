import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const INSTALLED = ["/usr/bin/redis-server", "/usr/local/bin/redis-server"];

/**
 * The Redis server that tests start: `REDIS_SERVER_PATH`, else the machine's, else Debian's package for root.
 * @returns {string}
 */
export function requireRedis() {
  const found = findRedis();
  if (found) return found;
  if (process.getuid?.() === 0) {
    const apt = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    spawnSync("apt-get", ["update", "-q"], apt);
    spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "redis-server"], apt);
  }
  const installed = findRedis();
  if (installed) return installed;
  throw new Error("There is no redis-server: install it, or set REDIS_SERVER_PATH to one of your own.");
}

function findRedis() {
  const { REDIS_SERVER_PATH } = process.env;
  if (REDIS_SERVER_PATH) return REDIS_SERVER_PATH;
  return INSTALLED.find((path) => existsSync(path)) ?? null;
}
