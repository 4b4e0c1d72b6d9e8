import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { ExplainedError } from "@/lib/explained-error";
import type { Account } from "./postgres-account";
import type { PostgresInstallation } from "./postgres-installation";

/** The database, and the role as which the application connects: it owns the database and is no superuser. */
export const DATABASE = "offchat";
export const ROLE = "offchat";
const MAJOR_VERSION = "18";

/**
 * Libraries whose functions must be there before the first session, also in single-user mode.
 */
export const PRELOAD = ["-c", "shared_preload_libraries=pg_stat_statements"];

/**
 * How to name the cluster's folder to a PostgreSQL program, to be spawned with that folder as its `cwd`.
 *
 * Under root the program runs as an account that may not be able to enter the folders above. Node changes to the
 * `cwd` before it gives up root's rights, and the kernel follows /proc/self/cwd without looking at those folders
 * again, so the account needs access to its own folder and to nothing else.
 */
export function clusterPath(folder: string, account: Account | null): string {
  return account ? "/proc/self/cwd" : folder;
}

/** What PostgreSQL programs get to see of the environment: no secrets, no settings of other clusters. */
export function clusterEnvironment(): NodeJS.ProcessEnv {
  const visible: Partial<NodeJS.ProcessEnv> = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
  return visible as NodeJS.ProcessEnv;
}

/**
 * The folder of the cluster inside the data folder, created on first use with the role and the database in it.
 * Creation is atomic: an interrupted one leaves a draft that the next start discards.
 */
export function requireCluster(
  installation: PostgresInstallation,
  dataDir: string,
  password: string,
  durable: boolean,
): string {
  const folder = join(dataDir, "postgres");
  if (existsSync(folder)) {
    requireReadable(folder, installation.account);
    return folder;
  }
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (installation.account) chownSync(draft, installation.account.uid, installation.account.gid);
  initialise(installation, draft, durable);
  writeFileSync(join(draft, "pg_hba.conf"), HOST_BASED_AUTHENTICATION);
  runSingleUser(installation, draft, "template1", [
    "CREATE EXTENSION pg_stat_statements",
    `CREATE ROLE ${ROLE} LOGIN CREATEDB PASSWORD '${password}'`,
    `CREATE DATABASE ${DATABASE} OWNER ${ROLE}`,
  ]);
  renameSync(draft, folder);
  return folder;
}

/** Gives the application's role another password: for a data folder whose secrets were lost. */
export function resetPassword(installation: PostgresInstallation, folder: string, password: string): void {
  runSingleUser(installation, folder, DATABASE, [`ALTER ROLE ${ROLE} PASSWORD '${password}'`]);
}

/** The superuser has no password and nothing lets it in: its work is done in single-user mode. */
const HOST_BASED_AUTHENTICATION = `# Only the application, only from this machine.
host  all  ${ROLE}  127.0.0.1/32  scram-sha-256
`;

/**
 * Sorting and letter case come from PostgreSQL's own Unicode tables, the same on every machine and in every
 * release of its C library, so that moving a data folder never damages an index. Only the classification of
 * letters, which pg_trgm needs, is the machine's: hence the names under which systems know it.
 */
function initialise(installation: PostgresInstallation, folder: string, durable: boolean): void {
  let result: SpawnSyncReturns<string> | undefined;
  for (const letters of ["C.UTF-8", "en_US.UTF-8", "UTF-8", "C"]) {
    result = run(installation, "initdb", folder, [
      `--pgdata=${clusterPath(folder, installation.account)}`,
      "--username=postgres",
      "--auth=reject",
      "--encoding=UTF8",
      "--locale=C",
      `--lc-ctype=${letters}`,
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--text-search-config=simple",
      "--no-instructions",
      ...(durable ? [] : ["--no-sync"]),
    ]);
    if (result.status === 0) return;
    if (!/invalid locale|locale name/.test(result.stderr)) break;
  }
  throw new Error(
    `PostgreSQL could not create its data folder ${folder}: ${result?.error?.message ?? result?.stderr.trim()}`,
  );
}

function runSingleUser(
  installation: PostgresInstallation,
  folder: string,
  database: string,
  statements: string[],
): void {
  const path = clusterPath(folder, installation.account);
  const quiet = ["-c", "exit_on_error=on", "-c", "log_min_messages=fatal", "-c", "log_checkpoints=off"];
  const { status, stderr, error } = run(
    installation,
    "postgres",
    folder,
    ["--single", "-D", path, ...PRELOAD, ...quiet, database],
    `${statements.join("\n")}\n`,
  );
  if (status !== 0) throw new Error(`PostgreSQL could not be set up: ${error?.message ?? stderr.trim()}`);
}

function run(
  { bin, account }: PostgresInstallation,
  program: "initdb" | "postgres",
  folder: string,
  parameters: string[],
  input = "",
): SpawnSyncReturns<string> {
  return spawnSync(bin(program), parameters, {
    cwd: folder,
    ...account,
    env: clusterEnvironment(),
    input,
    encoding: "utf8",
  });
}

/** A folder that was copied, restored or started by another account before. */
function requireReadable(folder: string, account: Account | null): void {
  const owner = statSync(folder).uid;
  if (account) {
    if (owner !== account.uid) giveTo(folder, account);
  } else if (owner !== process.getuid?.()) {
    throw new ExplainedError(
      `The database in ${folder} belongs to another account (number ${owner}): start OffChat as before, ` +
        "give that folder to the account that starts it now (chown -R), or set OFFCHAT_DATA_DIR to another folder.",
    );
  }
  chmodSync(folder, 0o700);
  const version = readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  if (version !== MAJOR_VERSION) {
    throw new ExplainedError(
      `The database in ${folder} was written by PostgreSQL ${version} and this release brings ${MAJOR_VERSION}: ` +
        "start the release that wrote it, make a backup there, and restore that backup here.",
    );
  }
}

function giveTo(path: string, account: Account): void {
  lchownSync(path, account.uid, account.gid);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) giveTo(child, account);
    else lchownSync(child, account.uid, account.gid);
  }
}
