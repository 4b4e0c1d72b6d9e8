import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const SOURCES = [
  "src",
  "public",
  "messages",
  "package-lock.json",
  "package.json",
  "tsconfig.json",
  "scripts/build.mjs",
  "scripts/compress-files.mjs",
  "scripts/hint-compilation.mjs",
];
const CONFIGS = ["next.config.ts", "next.config.mjs", "next.config.js", "postcss.config.mjs"];

/**
 * A fingerprint of everything that the build reads; tests are not part of it.
 * @param {string} root
 */
export function hashSources(root) {
  const hash = createHash("sha1");
  for (const path of [...SOURCES, ...CONFIGS]) if (existsSync(join(root, path))) add(hash, root, path);
  return hash.digest("hex");
}

/**
 * @param {import("node:crypto").Hash} hash
 * @param {string} root
 * @param {string} path
 */
function add(hash, root, path) {
  const full = join(root, path);
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) add(hash, root, `${path}/${name}`);
  } else if (!/\.test\.tsx?$/.test(path)) {
    hash.update(`${path}\0`).update(readFileSync(full)).update("\0");
  }
}
