import { existsSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

/**
 * `failures` names each failed test and why, in few lines.
 * @typedef {{ passed: number; failed: number; skipped: number; failures?: string[] }} Tally
 */

/**
 * Counts vitest's JSON report. A file that could not even be loaded counts as a failed test.
 * @param {string} file
 * @param {boolean} succeeded whether vitest itself said so
 * @returns {Tally}
 */
export function readVitestReport(file, succeeded) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  /** @type {{ name: string; message?: string; status: string; assertionResults: { status: string; fullName: string; failureMessages?: string[] }[] }[]} */
  const files = report.testResults;
  const unloadable = files.filter(
    (each) => each.status === "failed" && each.assertionResults.every(({ status }) => status !== "failed"),
  );
  const failures = [
    ...unloadable.map(({ name, message }) => failure(name, message)),
    ...files.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === "failed")
        .map(({ fullName, failureMessages }) => failure(`${name} › ${fullName}`, failureMessages?.[0])),
    ),
  ];
  return honest(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloadable.length,
      skipped: report.numPendingTests + report.numTodoTests,
      failures,
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
  const failures = (report.suites ?? []).flatMap(failedSpecs);
  return honest({ passed: expected, failed: unexpected + flaky, skipped, failures }, succeeded);
}

/**
 * @param {{ specs?: { ok: boolean; title: string; file: string; tests: { results: { error?: { message?: string } }[] }[] }[]; suites?: any[] }} suite
 * @returns {string[]}
 */
function failedSpecs({ specs = [], suites = [] }) {
  return [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ title, file, tests }) => {
        const error = tests.flatMap(({ results }) => results).find((result) => result.error)?.error;
        return failure(`${file} › ${title}`, error?.message);
      }),
    ...suites.flatMap(failedSpecs),
  ];
}

/**
 * @param {string} name
 * @param {string} [message]
 */
function failure(name, message = "") {
  const reason = stripVTControlCharacters(message).split("\n").slice(0, 6).join("\n      ");
  return `  ✗ ${name.replace(`${process.cwd()}/`, "")}\n      ${reason}`;
}

/**
 * The summary of all stages, after what failed; its last line is `N passed, N failed`, with `, N skipped` when some were.
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
  const failures = Object.values(stages).flatMap((stage) => stage.failures ?? []);
  const listed = failures.length > 0 ? `\n${failures.join("\n")}\n` : "";
  return { ...total, summary: `${listed}\n${lines.join("\n")}\n\n${verdict(total)}` };
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
