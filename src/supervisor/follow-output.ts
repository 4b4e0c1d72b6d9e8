import type { Readable } from "node:stream";
import type { Log } from "./keep-running";

export interface OutputTail {
  /** The last lines, for an error message. */
  text(): string;
}

/** Passes a child's output on line by line and remembers the last few. */
export function followOutput(stream: Readable | null, onLine: Log): OutputTail {
  const last: string[] = [];
  let rest = "";
  stream?.setEncoding("utf8").on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (!line.trim()) continue;
      last.push(line);
      if (last.length > 12) last.shift();
      onLine(line);
    }
  });
  return { text: () => [...last, rest].join("\n").trim() };
}
