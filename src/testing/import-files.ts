import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { type ImportInput, importMessages } from "@/features/transfer/server/import-messages";
import { systemContext } from "@/server/trpc/request-context";

export type SampleLine = {
  id: string;
  channel: string;
  at: string;
  from: string;
  text: string;
  replyTo?: string;
};

const folder = mkdtempSync(join(tmpdir(), "offchat-import-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** Writes a file into a folder that goes away with the tests. */
export function writeSample(content: string | Buffer): string {
  const path = join(folder, `sample-${++files}`);
  writeFileSync(path, content);
  return path;
}

export const toLines = (lines: unknown[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join("");

/** `count` lines of one channel, a second apart, by `people` authors; every third answers one far above it. */
export function sampleLines(channel: string, count: number, people = 7): SampleLine[] {
  const start = Date.parse("2019-03-01T08:00:00Z");
  return Array.from({ length: count }, (_, i) => ({
    id: `${channel}-${i}`,
    channel,
    at: new Date(start + i * 1_000).toISOString(),
    from: `person ${i % people}`,
    text: `message ${i}`,
    ...(i % 3 === 2 ? { replyTo: `${channel}-${Math.floor(i / 2)}` } : {}),
  }));
}

export function runImport(path: string, more: Partial<ImportInput> = {}) {
  return importMessages(systemContext(), {
    path,
    source: "jsonl",
    problemsPath: join(folder, `problems-${++files}`, "problems.txt"),
    ...more,
  });
}

/** Imports lines as they would stand in a file. */
export const importLines = (lines: unknown[], more?: Partial<ImportInput>) =>
  runImport(writeSample(toLines(lines)), more);
