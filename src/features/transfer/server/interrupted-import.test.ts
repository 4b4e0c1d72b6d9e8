import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runImport, sampleLines, toLines, writeSample } from "@/testing/import-files";
import { countRows, listImported } from "@/testing/imported-rows";
import { until } from "@/testing/realtime-client";

const dataDir = mkdtempSync(join(tmpdir(), "offchat-import-data-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** A busy machine takes its time to load the sources. */
const startsWithinMs = 30_000;

/** The command itself, in a process of its own, on this test's database. */
function startCommand(...parameters: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", "src/cli/import.ts", ...parameters], {
    env: { ...process.env, OFFCHAT_DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (data) => {
    output.stdout += data;
  });
  child.stderr.on("data", (data) => {
    output.stderr += data;
  });
  return { child, output };
}

async function endOf(child: ChildProcess): Promise<number | string> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "close");
  return child.exitCode ?? (child.signalCode as string);
}

const contiguous = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

test("an import killed in the middle is taken up without doubles and without holes", async () => {
  const lines = sampleLines("killed", 40_000, 500);
  const path = writeSample(toLines(lines));
  const { child } = startCommand("--format", "jsonl", path);
  await until(async () => ((await countRows())?.messages ?? 0) > 0, "first batch", startsWithinMs);
  child.kill("SIGKILL");
  expect(await endOf(child)).toBe("SIGKILL");
  const before = await listImported("killed");
  expect(before.length).toBeLessThan(lines.length);

  const again = startCommand("--format", "jsonl", path);
  expect(await endOf(again.child)).toBe(0);
  expect(again.output.stdout).toMatch(
    /^Imported [\d,]+ messages, \d+ new people and 0 new groups from 40,000 lines/,
  );
  const rows = await listImported("killed");
  expect(rows.slice(0, before.length)).toEqual(before);
  expect(rows.map((row) => row.seq)).toEqual(contiguous(40_000));
  expect(rows.map((row) => row.body)).toEqual(lines.map((line) => line.text));
  expect(rows.filter((row) => row.replyTo !== null)).toHaveLength(
    lines.filter((line) => line.replyTo).length,
  );
}, 60_000);

test("Ctrl-C ends after a batch and says how to go on", async () => {
  const path = writeSample(toLines(sampleLines("interrupted", 40_000)));
  const { child, output } = startCommand(path);
  await until(() => output.stderr.includes("messages added"), "progress", startsWithinMs);
  child.kill("SIGINT");
  expect(await endOf(child)).toBe(130);
  expect(output.stdout).toMatch(/Stopped after line [\d,]+\. Run the same command again to go on/);
  const count = (await listImported("interrupted")).length;
  expect(count % 2_000).toBe(0);
  expect(await runImport(path)).toMatchObject({ known: count, messages: 40_000 - count });
}, 60_000);

test("the command explains itself", async () => {
  const missing = startCommand("--format", "jsonl", "/nowhere/file.jsonl");
  expect(await endOf(missing.child)).toBe(1);
  expect(missing.output.stderr.trim()).toBe("There is no file /nowhere/file.jsonl.");
  const unknown = startCommand("--format", "xml", "file");
  expect(await endOf(unknown.child)).toBe(2);
  expect(unknown.output.stderr).toContain("The format xml is not known.");
}, 60_000);
