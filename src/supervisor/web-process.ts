import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { ExplainedError } from "@/lib/explained-error";
import { childLife, spawned } from "./child-life";
import { type KeptProcess, keepRunning, type Life, type Log } from "./keep-running";
import { forgetProcess, recordProcess, stopRecordedProcess } from "./process-record";
import { projectRoot } from "./project-root";
import type { StopSequence } from "./stop-process";

export interface WebOptions {
  /** What node is to run, with its options. */
  parameters: string[];
  environment: NodeJS.ProcessEnv;
  /** Answers 200 once the server is ready; without it, the server's own word counts. */
  healthUrl: string | null;
  runDir: string;
  /** Called with the link for setting up the first administrator, whenever the server has one. */
  onSetupLink(url: string): void;
  log: Log;
  /** Calls the first start off. */
  signal?: AbortSignal;
}

const RECORD = "web";
const DRAIN_MS = 10_000;
const START_TIMEOUT_MS = 120_000;
const ORPHAN: StopSequence = [
  ["SIGTERM", 3_000],
  ["SIGKILL", 2_000],
];

/** Ends a web process that outlived a killed supervisor, so that its port is free again. */
export async function stopOrphanedWeb(runDir: string): Promise<void> {
  await stopRecordedProcess(runDir, RECORD, ORPHAN);
}

/** Starts the web process, waits until it serves, and keeps it running. */
export function startWeb(options: WebOptions): Promise<KeptProcess> {
  return keepRunning("The server", (signal) => launchWeb(options, signal), options);
}

async function launchWeb(options: WebOptions, signal: AbortSignal): Promise<Life> {
  const child = spawn(process.execPath, options.parameters, {
    cwd: projectRoot(),
    env: options.environment,
    // A session of its own: Ctrl-C in the terminal reaches the supervisor alone, which then drains it.
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const life = childLife(child, { gentle: "SIGTERM", graceMs: DRAIN_MS, forced: "SIGKILL" });
  const ready = listen(child, options.onSetupLink);
  await spawned(child);
  recordProcess(options.runDir, RECORD, life.pid);
  void life.ended.then(() => forgetProcess(options.runDir, RECORD));
  try {
    await readiness(options.healthUrl, ready, life, signal);
    return life;
  } catch (error) {
    await life.stop();
    throw error;
  }
}

/** Follows what the server reports; resolves when it says that it is ready. */
function listen(child: ChildProcess, onSetupLink: (url: string) => void): Promise<void> {
  return new Promise((resolve) => {
    child.on("message", (message: { type?: unknown; url?: unknown }) => {
      if (message.type === "ready") resolve();
      if (message.type === "setup-link" && typeof message.url === "string") onSetupLink(message.url);
    });
  });
}

async function readiness(
  healthUrl: string | null,
  ready: Promise<void>,
  life: Life,
  signal: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const ended = await Promise.race([life.ended, delay(40, null)]);
    if (ended)
      throw new ExplainedError(`The server ended while starting (${ended}): what it said stands above.`);
    if (signal.aborted) throw new Error("The server is no longer wanted");
    if (
      healthUrl ? await isHealthy(healthUrl) : await Promise.race([ready.then(() => true), delay(1, false)])
    )
      return;
    if (Date.now() > deadline)
      throw new ExplainedError(`The server is not ready after ${START_TIMEOUT_MS / 1000} seconds.`);
  }
}

async function isHealthy(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
  await answer?.body?.cancel();
  return answer?.status === 200;
}
