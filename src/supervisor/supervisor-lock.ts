import { linkSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ExplainedError } from "@/lib/explained-error";
import { identifyProcess, isRunning, type ProcessIdentity } from "./process-identity";
import { writePrivateFile } from "./write-private-file";

/** Who supervises a data folder. */
export interface SupervisorRecord extends ProcessIdentity {
  /** What it does, for the message to a second one: an address, or the name of a command. */
  address: string | null;
}

/**
 * Makes this process the only supervisor of the data folder that the run folder belongs to. Returns what gives
 * the lock back. The lock of a dead process is taken over.
 */
export function acquireSupervisorLock(runDir: string, address: string | null): () => void {
  const file = join(runDir, "supervisor.json");
  const self = identifyProcess(process.pid);
  if (!self)
    throw new Error("This process cannot see itself among the running processes (is /proc mounted?)");
  const draft = join(runDir, `supervisor.${process.pid}.json`);
  rmSync(draft, { force: true });
  writePrivateFile(draft, JSON.stringify({ ...self, address } satisfies SupervisorRecord));
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      try {
        // Unlike a rename, a link never replaces: of two that start at once, one wins.
        linkSync(draft, file);
        return () => release(file, self);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const holder = readSupervisor(runDir);
      if (holder) throw alreadyRuns(runDir, holder);
      setAside(file, `${draft}.stale`);
    }
    throw new Error(`The lock ${file} could not be taken`);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The living supervisor of the data folder that the run folder belongs to, if there is one. */
export function readSupervisor(runDir: string): SupervisorRecord | null {
  const record = parse(join(runDir, "supervisor.json"));
  return record && isRunning(record) ? record : null;
}

function setAside(file: string, aside: string): void {
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const taken = parse(aside);
  // Between reading and moving, another start may have put its own lock there: give it back.
  if (taken && isRunning(taken)) linkSync(aside, file);
  rmSync(aside, { force: true });
}

function release(file: string, self: ProcessIdentity): void {
  const record = parse(file);
  if (record?.pid === self.pid && record.started === self.started) rmSync(file, { force: true });
}

function parse(file: string): SupervisorRecord | null {
  try {
    const { pid, started, address } = JSON.parse(readFileSync(file, "utf8"));
    return typeof pid === "number" && typeof started === "string"
      ? { pid, started, address: address ?? null }
      : null;
  } catch {
    return null;
  }
}

/** What a second supervisor of the same data folder is told. */
export function alreadyRuns(runDir: string, { pid, address }: SupervisorRecord): ExplainedError {
  const where = address ? ` at ${address}` : "";
  return new ExplainedError(
    `OffChat already runs on the data folder ${join(runDir, "..")} (process ${pid}${where}): ` +
      "use that one, stop it first, or set OFFCHAT_DATA_DIR to another folder.",
  );
}
