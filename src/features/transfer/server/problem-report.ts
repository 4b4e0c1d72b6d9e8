import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export type Problem = { line: number; text: string };

export type ProblemReport = {
  add(line: number, text: string): void;
  count(): number;
  /** The first ones, in the order of their lines. */
  first(): Problem[];
  /** Where all of them stand once they are more than `first` holds; else null. Call it when nothing follows. */
  close(): string | null;
};

const shown = 50;
const writeEvery = 1_000;

/** Collects what is wrong with a file in constant memory: from the 51st on, all go to a file. */
export function openProblemReport(path: string): ProblemReport {
  const first: Problem[] = [];
  let unwritten: Problem[] = [];
  let count = 0;
  let started = false;

  const write = () => {
    const text = unwritten.map(({ line, text }) => `line ${line}: ${text}\n`).join("");
    unwritten = [];
    if (started) return appendFileSync(path, text);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, text, { mode: 0o600 });
    started = true;
  };

  return {
    add(line, text) {
      count++;
      if (first.length < shown) first.push({ line, text });
      unwritten.push({ line, text });
      if (unwritten.length >= writeEvery) write();
    },
    count: () => count,
    first: () => first.toSorted((a, b) => a.line - b.line),
    close() {
      if (count <= shown) return null;
      if (unwritten.length > 0) write();
      return path;
    },
  };
}
