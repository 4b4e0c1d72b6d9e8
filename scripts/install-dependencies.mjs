import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mendDependencies } from "./mend-dependencies.mjs";
import { runCommand } from "./run-command.mjs";
import { step } from "./step.mjs";

/**
 * Installs what package-lock.json lists, unless that is what node_modules holds already. Tools for development are
 * left out, except where they were installed before or `development` asks for them.
 * @param {string} root
 * @param {{ development?: boolean }} options
 */
export async function installDependencies(root, { development = false } = {}) {
  const lock = readFileSync(join(root, "package-lock.json"));
  // Native modules belong to a platform, a processor and a generation of Node.
  const { platform, arch, versions } = process;
  const wanted = createHash("sha256")
    .update(lock)
    .update(`${platform} ${arch} ${versions.modules}`)
    .digest("hex");
  const mark = join(root, "node_modules", ".offchat-installed");
  const hasTools = existsSync(join(root, "node_modules", "tsx"));
  const withTools = development || hasTools;
  if (read(mark) === wanted && hasTools === withTools) return mendDependencies(root);
  if (existsSync(mark) || !matches(root, JSON.parse(lock.toString()), withTools)) {
    await step("Installing dependencies (once per release, takes a minute)", () => npmCi(root, withTools));
  }
  mendDependencies(root);
  writeFileSync(mark, wanted);
}

/**
 * Whether npm's own record of node_modules says the same as the lock file: somebody ran `npm ci` by hand.
 * @param {string} root
 * @param {{ packages: Record<string, { version?: string, dev?: boolean, devOptional?: boolean, optional?: boolean }> }} lock
 * @param {boolean} withTools
 */
function matches(root, { packages }, withTools) {
  const record = read(join(root, "node_modules", ".package-lock.json"));
  if (!record) return false;
  const installed = JSON.parse(record).packages;
  return Object.entries(packages).every(([path, { version, dev, devOptional, optional }]) => {
    if (path === "" || optional || ((dev || devOptional) && !withTools)) return true;
    return installed[path]?.version === version;
  });
}

/**
 * @param {string} root
 * @param {boolean} withTools
 */
function npmCi(root, withTools) {
  const flags = [
    "ci",
    withTools ? "--include=dev" : "--omit=dev",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const npm = process.env.npm_execpath;
  const [command, parameters] = npm?.endsWith(".js") ? [process.execPath, [npm, ...flags]] : ["npm", flags];
  return runCommand(command, parameters, { cwd: root, failure: "npm could not install the dependencies." });
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}
