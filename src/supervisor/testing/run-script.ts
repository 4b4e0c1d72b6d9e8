import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { projectRoot } from "../project-root";

export interface RunningScript {
  child: ChildProcess;
  /** Everything it has written so far. */
  output(): string;
  /** Resolves when its output matches; rejects when it ends before. */
  says(pattern: RegExp): Promise<RegExpMatchArray>;
  /** Resolves with its exit code, or the signal that ended it. */
  ended: Promise<number | string>;
}

/**
 * Runs a TypeScript program of its own process, for tests that kill one. `code` may import the supervisor's
 * modules as `#/…`.
 */
export function runScript(
  folder: string,
  code: string,
  environment: Record<string, string> = {},
): RunningScript {
  const file = join(folder, "script.mts");
  writeFileSync(file, code.replaceAll("#/", `${join(projectRoot(), "src", "supervisor")}/`));
  const { PATH, HOME } = process.env;
  const inherited = { PATH, HOME, NODE_ENV: "test" } as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, ["--import", "tsx", file], {
    cwd: projectRoot(),
    env: { ...inherited, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const ended = once(child, "exit").then(([code, signal]) => signal ?? code);
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      for (const listener of heard) listener();
    });
  }
  return {
    child,
    output: () => text,
    ended,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const check = () => {
          const match = text.match(pattern);
          if (!match) return;
          heard.delete(check);
          resolve(match);
        };
        heard.add(check);
        check();
        void ended.then((how) => reject(new Error(`It ended (${how}) without saying ${pattern}:\n${text}`)));
      }),
  };
}
