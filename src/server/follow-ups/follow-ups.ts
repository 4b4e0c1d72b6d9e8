import { log } from "@/server/log/log";
import { processSingleton } from "@/server/process-singleton";

const sweepEveryMs = 3_000;

/** Does some of what is due; returns how much, 0 when nothing is left. */
type Work = () => Promise<number>;

/**
 * Has what changes left behind done right after they commit, without delaying whoever caused it. Rows that a
 * crash left, or a process that does no such work, are found by a sweep.
 */
export function followUpRunner() {
  return processSingleton("follow-ups", createRunner);
}

function createRunner() {
  let work: Work | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let timer: NodeJS.Timeout | undefined;

  async function run() {
    do {
      again = false;
      try {
        while ((await work?.()) ?? 0);
      } catch (error) {
        log().warn({ err: error }, "follow-ups failed; the sweep tries them again");
      }
    } while (again);
    running = undefined;
  }

  /** Something was committed. */
  function wake() {
    if (!work) return;
    again = true;
    running ??= run();
  }

  return {
    wake,
    start(does: Work) {
      work = does;
      const tick = () => {
        wake();
        timer = setTimeout(tick, sweepEveryMs);
        timer.unref();
      };
      tick();
    },
    /** Waits until what was begun is done. */
    async stop() {
      clearTimeout(timer);
      await running;
      work = undefined;
    },
  };
}
