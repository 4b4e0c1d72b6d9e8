import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number; failed: number; skipped: number }} Tally */

/**
 * Counts vitest's JSON report. A file that could not even be loaded counts as a failed test.
 * @param {string} file
 * @param {boolean} succeeded whether vitest itself said so
 * @returns {Tally}
 */
export function readVitestReport(file, succeeded) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  /** @type {{ status: string; assertionResults: { status: string }[] }[]} */
  const files = report.testResults;
  const unloadable = files.filter(
    (each) => each.status === "failed" && each.assertionResults.every(({ status }) => status !== "failed"),
  ).length;
  return honest(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloadable,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    succeeded,
  );
}

/**
 * Counts Playwright's JSON report. A test that passed only when repeated counts as failed.
 * @param {string} file
 * @param {boolean} succeeded whether Playwright itself said so
 * @returns {Tally}
 */
export function readPlaywrightReport(file, succeeded) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return honest({ passed: expected, failed: unexpected + flaky, skipped }, succeeded);
}

/**
 * The summary of all stages; its last line is `N passed, N failed`, with `, N skipped` when some were.
 * @param {Record<string, Tally>} stages
 */
export function sumUp(stages) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const lines = Object.entries(stages).map(([name, tally]) => {
    total.passed += tally.passed;
    total.failed += tally.failed;
    total.skipped += tally.skipped;
    return `  ${tally.failed === 0 ? "✓" : "✗"} ${name.padEnd(8)} ${verdict(tally)}`;
  });
  return { ...total, summary: `\n${lines.join("\n")}\n\n${verdict(total)}` };
}

/** @param {Tally} tally */
function verdict({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/**
 * A run that failed without a failed test (or ran none) failed all the same.
 * @param {Tally} tally
 * @param {boolean} succeeded
 */
function honest(tally, succeeded) {
  const silent = tally.failed === 0 && (!succeeded || tally.passed === 0);
  return silent ? { ...tally, failed: 1 } : tally;
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}
