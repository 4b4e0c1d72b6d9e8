import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import type { Life } from "./keep-running";

export interface ChildStop {
  /** What asks it to finish. */
  gentle: NodeJS.Signals;
  graceMs: number;
  /** What ends it when asked to hurry or past the grace. */
  forced: NodeJS.Signals;
}

/** How a child process ended, as a Life. The last resort is always SIGKILL. */
export function childLife(child: ChildProcess, { gentle, graceMs, forced }: ChildStop): Life {
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  const within = (ms: number) => Promise.race([ended.then(() => true), delay(ms, false, { ref: false })]);

  return {
    pid: child.pid ?? 0,
    ended,
    async stop(force) {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      if (!force) {
        child.kill(gentle);
        if (await within(graceMs)) return;
      }
      child.kill(forced);
      if (await within(3_000)) return;
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Whether the child was really started; its pid is known from then on. */
export async function spawned(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) {
    const [error] = await once(child, "error");
    throw error;
  }
}
