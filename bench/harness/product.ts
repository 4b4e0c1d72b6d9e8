import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { variables } from "@/server/env";
import { freePort } from "@/supervisor/free-port";

export const administrator = { login: "admin@example.org", password: "the administrator's password" };

export type Product = {
  url: string;
  dataDir: string;
  /** Milliseconds from the start's first moment to the first answer. */
  startedIn: number;
  /** The supervisor's process; the others are its children. */
  pid: number;
  environment: { DATABASE_URL: string; SOKETI_PORT: string } & Record<string, string>;
  /** The process number of one of the product's processes. */
  pidOf: (name: "soketi" | "web") => number;
  stop: () => Promise<void>;
};

/**
 * Starts the product as `npm start` does, on a free port.
 * @param dataDir kept afterwards; without it, a scratch folder that is removed
 * @param root the folder of the program; this one unless another is given
 * @param patience milliseconds until it must answer
 */
export async function startProduct({
  dataDir,
  root = process.cwd(),
  patience = 120_000,
}: {
  dataDir?: string;
  root?: string;
  patience?: number;
} = {}): Promise<Product> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), "offchat-bench-"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  // Empty counts as not set, and keeps a developer's `.env` away.
  const neutral = Object.fromEntries(Object.keys(variables.shape).map((name) => [name, ""]));
  const started = performance.now();
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      ...neutral,
      NODE_ENV: "production",
      PORT: String(port),
      APP_URL: url,
      OFFCHAT_DATA_DIR: folder,
      ADMIN_EMAIL: administrator.login,
      ADMIN_PASSWORD: administrator.password,
      LOG_LEVEL: "error",
    },
  });
  const stop = async () => {
    await ended(child);
    if (!dataDir) rmSync(folder, { recursive: true, force: true });
  };
  try {
    await serving(child, url, patience);
  } catch (error) {
    await stop();
    throw error;
  }
  const record = (name: string) => JSON.parse(readFileSync(join(folder, "run", `${name}.json`), "utf8"));
  return {
    url,
    dataDir: folder,
    startedIn: performance.now() - started,
    pid: child.pid as number,
    environment: record("services"),
    pidOf: (name) => record(name).pid,
    stop,
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

async function serving(child: ChildProcess, url: string, patience: number): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok) return;
    if (child.exitCode !== null) throw new Error(`The product ended with exit code ${child.exitCode}`);
    if (Date.now() > deadline) throw new Error("The product did not start in time");
    await delay(20);
  }
}
