import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { childLife, spawned } from "./child-life";
import { countListeners } from "./count-listeners";
import { followOutput } from "./follow-output";
import { freePort } from "./free-port";
import { type KeptProcess, keepRunning, type Life, type Log } from "./keep-running";
import { forgetProcess, recordProcess, stopRecordedProcess } from "./process-record";
import { projectRoot } from "./project-root";
import { type SoketiApp, soketiConfig } from "./soketi-config";
import { writePrivateFile } from "./write-private-file";

export interface SoketiOptions {
  /** Where its configuration and its process record go. */
  runDir: string;
  app: SoketiApp;
  log: Log;
  /** Calls the first start off. */
  signal?: AbortSignal;
}

export interface SoketiServer extends KeptProcess {
  host: string;
  port: number;
}

const HOST = "127.0.0.1";
const RECORD = "soketi";
const START_TIMEOUT_MS = 15_000;

/** Starts Soketi on a free port of loopback and keeps it running there. */
export async function startSoketi({ runDir, app, log, signal }: SoketiOptions): Promise<SoketiServer> {
  await stopRecordedProcess(runDir, RECORD, [
    ["SIGTERM", 2_000],
    ["SIGKILL", 2_000],
  ]);
  const [port, metricsPort, discoveryPort] = await Promise.all([freePort(), freePort(), freePort()]);
  const configFile = join(runDir, "soketi-config.json");
  writePrivateFile(
    configFile,
    JSON.stringify(soketiConfig(app, { port, metricsPort, discoveryPort }), null, 2),
  );
  const launch = (signal: AbortSignal) => launchSoketi({ runDir, configFile, port }, signal);
  return { ...(await keepRunning("Soketi", launch, { log, signal })), host: HOST, port };
}

interface Launch {
  runDir: string;
  configFile: string;
  port: number;
}

async function launchSoketi({ runDir, configFile, port }: Launch, signal: AbortSignal): Promise<Life> {
  const before = await countListeners(port, process.pid);
  if (before.total > 0) throw new Error(`port ${port} is in use by another process`);

  const child = spawn(
    process.execPath,
    [join(projectRoot(), "scripts", "soketi-child.mjs"), "start", `--config=${configFile}`],
    {
      // Soketi would read a `.env` in its working folder and any SOKETI_… variable over its configuration.
      cwd: runDir,
      env: { PATH: process.env.PATH, NODE_ENV: "production", NO_COLOR: "1" },
      detached: true,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    },
  );
  const life = childLife(child, { gentle: "SIGTERM", graceMs: 3_000, forced: "SIGKILL" });
  const output = [followOutput(child.stdout, () => {}), followOutput(child.stderr, () => {})];
  await spawned(child);
  recordProcess(runDir, RECORD, life.pid);
  void life.ended.then(() => forgetProcess(runDir, RECORD));
  try {
    await readiness(port, life, signal);
    await requireSoleListener(port, life.pid);
  } catch (error) {
    await life.stop(true);
    const said = output.map((tail) => tail.text()).join("\n");
    throw new Error(`Soketi did not start: ${(error as Error).message}\n${said}`.trim());
  }
  return life;
}

async function readiness(port: number, life: Life, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const ended = await Promise.race([life.ended, delay(25, null)]);
    if (ended) throw new Error(ended);
    if (signal.aborted) throw new Error("no longer wanted");
    const answer = await fetch(`http://${HOST}:${port}/ready`).catch(() => null);
    if (answer?.ok) return;
    if (Date.now() > deadline) throw new Error(`no answer within ${START_TIMEOUT_MS / 1000} seconds`);
  }
}

/**
 * Refuses to share a port: a second listener would be given a part of the clients, who would then hear nothing
 * of what the others are told. Exported for its test.
 */
export async function requireSoleListener(port: number, pid: number): Promise<void> {
  const { total, own } = await countListeners(port, pid);
  if (total !== 1 || own !== 1) {
    throw new Error(
      `port ${port} has ${total} listeners, of which ${own} are ours: another process shares it`,
    );
  }
}
