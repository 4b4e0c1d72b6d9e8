import { spawn } from "node:child_process";
import { join } from "node:path";

/** @typedef {{ title: string; program: string; parameters: string[] }} Gate */

/**
 * What every commit has to pass, the longest first.
 * @type {Gate[]}
 */
export const gates = [
  { title: "architecture", program: "scripts/check-architecture.mjs", parameters: [] },
  { title: "unused code", program: "node_modules/knip/bin/knip.js", parameters: ["--no-progress"] },
  { title: "types", program: "node_modules/typescript/bin/tsc", parameters: ["--noEmit"] },
  {
    title: "format",
    program: "node_modules/@biomejs/biome/bin/biome",
    parameters: ["check", "--linter-enabled=false"],
  },
  {
    title: "lint",
    program: "node_modules/@biomejs/biome/bin/biome",
    parameters: ["lint", "--error-on-warnings"],
  },
];

/**
 * Runs gates, two at a time, and says of each how it went; what a failed one printed follows it.
 * @param {string} root
 * @param {Gate[]} wanted
 * @returns {Promise<{ passed: number; failed: number }>}
 */
export async function runGates(root, wanted) {
  const waiting = [...wanted];
  let failed = 0;
  const lane = async () => {
    for (let gate = waiting.shift(); gate; gate = waiting.shift()) {
      const started = performance.now();
      const { code, output } = await runGate(root, gate);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? "✓" : "✗"} ${gate.title.padEnd(14)} ${seconds.padStart(6)} s`);
      if (code !== 0) {
        failed++;
        console.log(output.trim().replace(/^/gm, "    "));
      }
    }
  };
  await Promise.all([lane(), lane()]);
  return { passed: wanted.length - failed, failed };
}

/**
 * @param {string} root
 * @param {Gate} gate
 * @returns {Promise<{ code: number | null; output: string }>}
 */
function runGate(root, { program, parameters }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, program), ...parameters], {
      cwd: root,
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.once("error", (error) => resolve({ code: null, output: String(error) }));
    child.once("close", (code) => resolve({ code, output }));
  });
}
