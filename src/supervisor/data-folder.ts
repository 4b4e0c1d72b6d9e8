import { accessSync, constants, mkdirSync, realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { ExplainedError } from "@/lib/explained-error";

export interface DataFolder {
  /** Absolute, without symbolic links. */
  path: string;
  /** What runs now: process records, addresses, generated configuration. Nothing worth keeping. */
  runDir: string;
}

/** The folder that holds everything this instance must not lose, created (for its owner alone) when missing. */
export function requireDataFolder(dataDir: string): DataFolder {
  const wanted = resolve(dataDir);
  try {
    makeFolder(wanted);
    const path = realpathSync(wanted);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    const runDir = join(path, "run");
    makeFolder(runDir);
    accessSync(runDir, constants.W_OK);
    return { path, runDir };
  } catch (error) {
    throw new ExplainedError(
      `The data folder ${wanted} cannot be written (${(error as NodeJS.ErrnoException).code}): give it to the account ` +
        "that starts OffChat, or set OFFCHAT_DATA_DIR to a folder which that account may write.",
    );
  }
}

/** Node's own recursive mkdir never returns for a folder in which nothing can be made, such as /proc. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    if (code !== "ENOENT" || dirname(path) === path) throw error;
    makeFolder(dirname(path));
    mkdirSync(path, { mode: 0o700 });
  }
}
