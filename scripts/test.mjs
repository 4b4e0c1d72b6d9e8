// The whole verdict from a bare clone: installs what is missing, then gates, tests, build, and the product in a browser.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requireBrowser } from "./browser.mjs";
import { gates, runGates } from "./gates.mjs";
import { prepare } from "./prepare.mjs";
import { requireRedis } from "./redis.mjs";
import { runCommand } from "./run-command.mjs";
import { readPlaywrightReport, readVitestReport, sumUp } from "./test-reports.mjs";

/** @typedef {import("./test-reports.mjs").Tally} Tally */

await prepare({ development: true }, async (root) => {
  const reports = mkdtempSync(join(tmpdir(), "offchat-reports-"));
  try {
    // Before anything is judged: installing takes longer than a test may. What cannot be had fails where it is needed.
    await succeeds(requireBrowser(root));
    await succeeds(Promise.resolve().then(requireRedis));
    const outcome = sumUp(await runStages(root, reports));
    console.log(outcome.summary);
    process.exitCode = outcome.failed === 0 ? 0 : 1;
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
});

/**
 * Runs every stage, also after one that failed, so that the verdict is about everything.
 * @param {string} root
 * @param {string} reports
 * @returns {Promise<Record<string, Tally>>}
 */
async function runStages(root, reports) {
  const vitestReport = join(reports, "vitest.json");
  const playwrightReport = join(reports, "playwright.json");
  const environment = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport };
  /** @param {string} program @param {string[]} parameters */
  const run = (program, ...parameters) =>
    runCommand(process.execPath, [join(root, program), ...parameters], {
      cwd: root,
      env: environment,
      failure: `${program} failed`,
    });

  heading("Gates");
  const gateTally = { ...(await runGates(root, gates)), skipped: 0 };

  heading("Tests on a real PostgreSQL and a real Soketi");
  const json = ["--reporter=json", `--outputFile.json=${vitestReport}`];
  const tested = await succeeds(run("node_modules/vitest/vitest.mjs", "run", "--reporter=default", ...json));

  heading("Production build");
  const built = await succeeds(run("scripts/build.mjs"));

  heading("The product in a browser");
  const drove = await succeeds(run("node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"));
  heading("Benchmarks, for their answers alone");
  const names = ["send", "deliver", "reconnect", "history", "search", "sidebar", "lists", "start", "page"];
  const bench = { passed: 0, failed: 0, skipped: 0, failures: /** @type {string[]} */ ([]) };
  for (const name of names) {
    if (await succeeds(run("scripts/bench.mjs", name, "--quick"))) bench.passed++;
    else {
      bench.failed++;
      bench.failures.push(`  ✗ benchmark ${name}`);
    }
  }
  return {
    gates: gateTally,
    tests: readVitestReport(vitestReport, tested),
    build: { passed: built ? 1 : 0, failed: built ? 0 : 1, skipped: 0 },
    browser: readPlaywrightReport(playwrightReport, drove),
    bench,
  };
}

/** @param {string} title */
function heading(title) {
  console.log(`\n── ${title} ${"─".repeat(Math.max(0, 70 - title.length))}\n`);
}

/** @param {Promise<unknown>} work */
async function succeeds(work) {
  try {
    await work;
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}
