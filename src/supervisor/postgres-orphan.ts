import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { platform } from "node:os";
import { join } from "node:path";
import { ExplainedError } from "@/lib/explained-error";
import { identifyProcess } from "./process-identity";
import { stopProcess } from "./stop-process";

/**
 * Ends the PostgreSQL of an earlier run that outlived its supervisor (a fast shutdown: sessions are ended, the
 * data is written), and removes a lock file that names a process which is no PostgreSQL of this folder: after a
 * reboot, or in a new container, the number in it may belong to anybody, and PostgreSQL would refuse to start.
 */
export async function stopOrphanedPostgres(folder: string): Promise<void> {
  const lockFile = join(folder, "postmaster.pid");
  let pid: number;
  try {
    pid = Number.parseInt(readFileSync(lockFile, "utf8"), 10);
  } catch {
    return;
  }
  const identity = identifyProcess(pid);
  // A lock file of a dead process is for PostgreSQL to judge: it also looks for sessions that still run.
  if (!identity) return;
  if (!servesFolder(pid, folder)) {
    rmSync(lockFile, { force: true });
    return;
  }
  const gone = await stopProcess(identity, [
    ["SIGINT", 15_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 3_000],
  ]);
  if (!gone)
    throw new ExplainedError(
      `PostgreSQL process ${pid} still uses ${folder} and cannot be ended: end it first.`,
    );
}

/** PostgreSQL's working folder is its data folder: proof enough before a signal is sent. */
function servesFolder(pid: number, folder: string): boolean {
  if (platform() !== "linux") {
    const { stdout } = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return stdout.includes("postgres") && stdout.includes(folder);
  }
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    return false;
  }
}
