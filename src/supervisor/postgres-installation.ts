import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { ExplainedError } from "@/lib/explained-error";
import { type Account, requirePostgresAccount } from "./postgres-account";
import { locatePostgresBinaries, type PostgresBinaries } from "./postgres-binaries";

/** What it takes to run a PostgreSQL program: from where, and as whom. */
export interface PostgresInstallation {
  bin(program: "initdb" | "postgres"): string;
  account: Account | null;
}

/** Where root keeps programs that the unprivileged account could not reach in the project's folder. */
const SHARED_COPIES = "/var/cache/offchat";

/** The programs that npm installed, in a place from which the account that runs them can execute them. */
export function requirePostgresInstallation(): PostgresInstallation {
  const binaries = locatePostgresBinaries();
  const account = requirePostgresAccount();
  const home = account && !canExecute(binaries.home, account) ? sharedCopy(binaries, account) : binaries.home;
  return { bin: (program) => join(home, "bin", program), account };
}

/** Tried rather than computed: folders' modes, access lists and mount options all have a say. */
function canExecute(home: string, account: Account): boolean {
  return ["postgres", "initdb"].every(
    (program) => spawnSync(join(home, "bin", program), ["--version"], { cwd: "/", ...account }).status === 0,
  );
}

/**
 * Root may have cloned the project into a folder that only root can enter. Widening the permissions of folders
 * that are not ours, or lending the account root's right to read everything, would weaken the machine; a copy of
 * the programs (60 MB, once per version) does not. The database itself stays where it is: see postgres-cluster.ts.
 */
function sharedCopy({ home, version }: PostgresBinaries, account: Account): string {
  const copy = join(SHARED_COPIES, `postgresql-${version}`);
  if (existsSync(copy) && lstatSync(copy).uid === 0 && canExecute(copy, account)) return copy;
  const draft = `${copy}.${process.pid}`;
  try {
    mkdirSync(SHARED_COPIES, { recursive: true, mode: 0o755 });
    rmSync(draft, { recursive: true, force: true });
    cpSync(home, draft, { recursive: true, verbatimSymlinks: true });
    makeReadable(draft);
    rmSync(copy, { recursive: true, force: true });
    renameSync(draft, copy);
    chmodSync(SHARED_COPIES, 0o755);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!canExecute(copy, account)) throw unreachable(home, (error as Error).message);
  }
  if (!canExecute(copy, account)) throw unreachable(home, `${copy} does not run either`);
  return copy;
}

function makeReadable(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  const executable = stat.isDirectory() || (stat.mode & 0o100) !== 0;
  chmodSync(path, executable ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of readdirSync(path)) makeReadable(join(path, name));
}

function unreachable(home: string, reason: string): ExplainedError {
  return new ExplainedError(
    `The account "offchat", under which root runs PostgreSQL, cannot execute the programs in ${home}, ` +
      `and a copy in ${SHARED_COPIES} failed (${reason}): ` +
      "move the project to a folder that every account may enter, start it as an ordinary user, or set DATABASE_URL.",
  );
}
