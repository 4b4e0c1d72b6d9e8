import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readPlaywrightReport, readVitestReport, sumUp } from "./test-reports.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "offchat-reports-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function report(content: unknown): string {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const vitest = (numPassedTests: number, numFailedTests: number, testResults: unknown[] = []) =>
  report({ numPassedTests, numFailedTests, numPendingTests: 0, numTodoTests: 0, testResults });
const playwright = (expected: number, unexpected: number, flaky = 0) =>
  report({ stats: { expected, unexpected, flaky, skipped: 0 } });

describe("the verdict", () => {
  it("counts what passed and failed", () => {
    expect(readVitestReport(vitest(5, 2), false)).toMatchObject({ passed: 5, failed: 2, skipped: 0 });
    expect(readPlaywrightReport(playwright(5, 2), false)).toMatchObject({ passed: 5, failed: 2, skipped: 0 });
  });

  it("counts a file that cannot be loaded, and a test that passed only when repeated, as failed", () => {
    const unloadable = [{ name: "broken.test.ts", status: "failed", assertionResults: [] }];
    expect(readVitestReport(vitest(5, 0, unloadable), false)).toMatchObject({ failed: 1 });
    expect(readPlaywrightReport(playwright(5, 0, 1), true)).toMatchObject({ failed: 1 });
  });

  it("is never good when a run failed silently, ran nothing, or left no report", () => {
    expect(readVitestReport(vitest(5, 0), false)).toMatchObject({ failed: 1 });
    expect(readVitestReport(vitest(0, 0), true)).toMatchObject({ failed: 1 });
    expect(readPlaywrightReport(playwright(0, 0), true)).toMatchObject({ failed: 1 });
    expect(readVitestReport(join(folder, "none.json"), true)).toMatchObject({ failed: 1 });
    expect(readPlaywrightReport(join(folder, "none.json"), true)).toMatchObject({ failed: 1 });
  });

  it("names what failed, and why, once more at its end", () => {
    const failed = {
      status: "failed",
      fullName: "a sum adds up",
      failureMessages: ["Error: \u001b[31m1 is not 2\u001b[39m"],
    };
    const tests = readVitestReport(
      vitest(5, 1, [
        {
          name: "sum.test.ts",
          status: "failed",
          assertionResults: [failed, { status: "passed", fullName: "no" }],
        },
        { name: "broken.test.ts", status: "failed", message: "cannot be loaded", assertionResults: [] },
      ]),
      false,
    );
    const spec = {
      ok: false,
      title: "signs in",
      file: "a.spec.ts",
      tests: [{ results: [{ error: { message: "no button" } }] }],
    };
    const suites = [{ specs: [{ ok: true, title: "works" }], suites: [{ specs: [spec] }] }];
    const browser = readPlaywrightReport(
      report({ stats: { expected: 1, unexpected: 1, flaky: 0, skipped: 0 }, suites }),
      false,
    );
    const { summary } = sumUp({ tests, browser });
    for (const named of [
      "sum.test.ts › a sum adds up",
      "1 is not 2",
      "broken.test.ts",
      "a.spec.ts › signs in",
      "no button",
    ])
      expect(summary).toContain(named);
    expect(summary).not.toContain("works");
    expect(summary).toMatch(/\n6 passed, 3 failed$/);
  });

  it("ends in one line", () => {
    const stages = {
      gates: { passed: 5, failed: 0, skipped: 0 },
      tests: { passed: 90, failed: 1, skipped: 0 },
    };
    expect(sumUp(stages)).toMatchObject({
      failed: 1,
      summary: expect.stringMatching(/\n95 passed, 1 failed$/),
    });
    const skipping = sumUp({ tests: { passed: 1, failed: 0, skipped: 2 } });
    expect(skipping.summary).toMatch(/\n1 passed, 0 failed, 2 skipped$/);
  });
});
