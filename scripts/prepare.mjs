import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { installDependencies } from "./install-dependencies.mjs";
import { requireNodeVersion } from "./node-version.mjs";

/**
 * What every way of running OffChat needs first: a Node that is new enough, and the dependencies. Then runs
 * `program`, a failure of which ends the process with one message.
 * @param {{ development?: boolean }} options
 * @param {(root: string) => Promise<void>} program
 */
export async function prepare(options, program) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  process.chdir(root);
  requireNodeVersion(root);
  try {
    await installDependencies(root, options);
    await program(root);
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}

/**
 * Runs a program that the build has made, in this process.
 * @param {string} root
 * @param {string} name
 */
export async function runBuilt(root, name) {
  await import(pathToFileURL(join(root, "dist", `${name}.js`)).href);
}
