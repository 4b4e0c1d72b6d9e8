import { spawn } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import { childLife, spawned } from "./child-life";
import { followOutput } from "./follow-output";
import { freePort } from "./free-port";
import { type KeptProcess, keepRunning, type Life, type Log } from "./keep-running";
import {
  clusterEnvironment,
  clusterPath,
  DATABASE,
  PRELOAD,
  ROLE,
  requireCluster,
  resetPassword,
} from "./postgres-cluster";
import { type PostgresInstallation, requirePostgresInstallation } from "./postgres-installation";
import { stopOrphanedPostgres } from "./postgres-orphan";

export interface PostgresOptions {
  /** The data folder; the cluster lives in its folder `postgres`. */
  dataDir: string;
  /** The password of the application's role: letters and digits. */
  password: string;
  /** False: written data may be lost in a crash, for tests alone. */
  durable: boolean;
  log: Log;
  /** Calls the first start off. */
  signal?: AbortSignal;
}

export interface PostgresServer extends KeptProcess {
  /** What the application connects with: its own role, which is no superuser. */
  url: string;
}

/** Starts the embedded PostgreSQL on a free port of loopback and keeps it running there. */
export async function startPostgres({
  dataDir,
  password,
  durable,
  log,
  signal,
}: PostgresOptions): Promise<PostgresServer> {
  const installation = requirePostgresInstallation();
  const folder = requireCluster(installation, dataDir, password, durable);
  const cluster = { installation, folder, durable, log };
  await stopOrphanedPostgres(folder);

  const port = await freePort();
  const url = `postgres://${ROLE}:${password}@127.0.0.1:${port}/${DATABASE}`;
  const launch = async (wanted: AbortSignal) => {
    const life = await launchPostgres(cluster, port, wanted);
    try {
      if (await acceptsLogin(url)) return life;
    } catch (error) {
      await life.stop(true);
      throw error;
    }
    await life.stop();
    resetPassword(installation, folder, password);
    return launchPostgres(cluster, port, wanted);
  };
  return { ...(await keepRunning("PostgreSQL", launch, { log, signal })), url };
}

interface Cluster {
  installation: PostgresInstallation;
  folder: string;
  durable: boolean;
  log: Log;
}

/** What a predecessor that was killed leaves behind for a second or two. */
const PASSING =
  /lock file .* already exists|pre-existing shared memory|could not bind|could not create any TCP/;
const PATIENCE_MS = 20_000;

async function launchPostgres(cluster: Cluster, port: number, signal: AbortSignal): Promise<Life> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const outcome = await tryLaunch(cluster, port, signal);
    if (typeof outcome !== "string") return outcome;
    if (signal.aborted || !PASSING.test(outcome) || Date.now() > deadline) {
      throw new Error(`PostgreSQL did not start: ${outcome}`);
    }
    await delay(200);
    await stopOrphanedPostgres(cluster.folder);
  }
}

/** One attempt: the running server, or what it said before it gave up. */
async function tryLaunch(
  { installation, folder, durable, log }: Cluster,
  port: number,
  signal: AbortSignal,
): Promise<Life | string> {
  const child = spawn(
    installation.bin("postgres"),
    ["-D", clusterPath(folder, installation.account), ...PRELOAD, ...settings(port, durable)],
    {
      cwd: folder,
      ...installation.account,
      env: clusterEnvironment(),
      // A session of its own, so that Ctrl-C in the terminal reaches the supervisor alone.
      detached: true,
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  const life = childLife(child, { gentle: "SIGINT", graceMs: 20_000, forced: "SIGQUIT" });
  let ready = () => {};
  const readiness = new Promise<true>((resolve) => {
    ready = () => resolve(true);
  });
  const tail = followOutput(child.stderr, (line) => {
    if (line.includes("database system is ready to accept connections")) ready();
    if (/\b(FATAL|PANIC):/.test(line)) log(`PostgreSQL: ${line}`);
  });
  await spawned(child);
  const abandon = () => void life.stop();
  signal.addEventListener("abort", abandon, { once: true });
  const outcome = await Promise.race([readiness, life.ended]);
  signal.removeEventListener("abort", abandon);
  return outcome === true ? life : tail.text() || outcome;
}

/** Modest enough for a small machine, enough for some thousand users. */
function settings(port: number, durable: boolean): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    cluster_name: "offchat",
    password_encryption: "scram-sha-256",
    timezone: "UTC",
    log_timezone: "UTC",
    lc_messages: "C",
    max_connections: 100,
    shared_buffers: "128MB",
    effective_cache_size: "512MB",
    work_mem: "8MB",
    maintenance_work_mem: "64MB",
    // A solid-state disk reads any page as soon as the next one; a disk that turns, four times later.
    random_page_cost: 1.1,
    jit: "off",
    // Failing statements carry people's messages: they are the application's to report, not the log's.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_checkpoints: "off",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

const WRONG_PASSWORD = "28P01";

async function acceptsLogin(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    await sql`select 1`;
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === WRONG_PASSWORD) return false;
    throw error;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
