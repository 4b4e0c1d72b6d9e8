import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Exits with one sentence when this Node is older than package.json asks for.
 * @param {string} root
 */
export function requireNodeVersion(root) {
  const { engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const wanted = engines.node.replace(/^\D*/, "");
  const [major = 0, minor = 0] = wanted.split(".").map(Number);
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split(".").map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  console.error(`OffChat needs Node ${wanted} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
