import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compressFiles } from "./compress-files.mjs";
import { hashSources } from "./hash-sources.mjs";
import { hintCompilation } from "./hint-compilation.mjs";
import { runCommand } from "./run-command.mjs";
import { step } from "./step.mjs";

/**
 * Builds the programs and the pages, unless they were built from these very sources.
 * @param {string} root
 */
export async function buildIfChanged(root) {
  const hash = hashSources(root);
  const mark = join(root, "dist", "built-from");
  const complete = existsSync(join(root, ".next", "BUILD_ID")) && existsSync(mark);
  if (complete && readFileSync(mark, "utf8") === hash) return;
  rmSync(mark, { force: true });
  await step("Building (once per release, takes a minute or two)", async () => {
    await bundlePrograms(root);
    await buildPages(root);
    hintCompilation(join(root, ".next"));
    await compressFiles(join(root, ".next", "static"));
  });
  writeFileSync(mark, hash);
}

/**
 * Bundles every program that runs in Node: the supervisor, the server, the worker and the command-line tools.
 * @param {string} root
 */
export async function bundlePrograms(root) {
  const { build, stop } = await import("esbuild");
  const tools = existsSync(join(root, "src/cli")) ? readdirSync(join(root, "src/cli")) : [];
  const entries = {
    supervisor: "src/supervisor/main.ts",
    development: "src/supervisor/development.ts",
    services: "src/supervisor/services-only.ts",
    server: "src/server.ts",
    ...Object.fromEntries(
      tools
        .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
        .map((name) => [`cli/${name.slice(0, -3)}`, `src/cli/${name}`]),
    ),
  };
  await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: "dist",
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    logLevel: "warning",
  });
  await stop();
}

/** @param {string} root */
function buildPages(root) {
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  return runCommand(process.execPath, [next, "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    failure: "The pages could not be built.",
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  rmSync(join(root, "dist", "built-from"), { force: true });
  await buildIfChanged(root);
}
