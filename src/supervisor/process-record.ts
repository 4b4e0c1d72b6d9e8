import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { identifyProcess, type ProcessIdentity } from "./process-identity";
import { type StopSequence, stopProcess } from "./stop-process";
import { writePrivateFile } from "./write-private-file";

/** Remembers a child in the run folder, so that the next start can end it should it outlive its supervisor. */
export function recordProcess(runDir: string, name: string, pid: number): void {
  const identity = identifyProcess(pid);
  if (identity) writePrivateFile(join(runDir, `${name}.json`), JSON.stringify(identity));
}

/** Ends a recorded child that outlived its supervisor, and forgets it. */
export async function stopRecordedProcess(
  runDir: string,
  name: string,
  sequence: StopSequence,
): Promise<void> {
  const identity = readIdentity(join(runDir, `${name}.json`));
  if (identity) await stopProcess(identity, sequence);
  forgetProcess(runDir, name);
}

/** Forgets a child that has ended. */
export function forgetProcess(runDir: string, name: string): void {
  rmSync(join(runDir, `${name}.json`), { force: true });
}

function readIdentity(file: string): ProcessIdentity | null {
  try {
    const { pid, started } = JSON.parse(readFileSync(file, "utf8"));
    return typeof pid === "number" && typeof started === "string" ? { pid, started } : null;
  } catch {
    return null;
  }
}
