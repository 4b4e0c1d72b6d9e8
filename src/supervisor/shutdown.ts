import { setTimeout as delay } from "node:timers/promises";
import type { Log } from "./keep-running";

type Stop = (force?: boolean) => Promise<void>;

/** Thrown through a start that a signal interrupted. */
export class Interrupted extends Error {}

export interface Shutdown {
  /** Aborted with the first signal: what is just starting is to give up. */
  signal: AbortSignal;
  /** Adds something to stop; what was added last is stopped first. Throws Interrupted when already stopping. */
  add(stop: Stop): Promise<void>;
  /** Stops everything, once. */
  run(): Promise<void>;
}

/** npm passes a Ctrl-C on that the terminal has already delivered: two signals this close are one. */
const SAME_SIGNAL_MS = 500;
const FORCED_WITHIN_MS = 8_000;

/**
 * Ends this process in order on Ctrl-C, SIGTERM and when its terminal closes: gives up what is starting (until
 * `started` settles), then stops everything that was added. A second signal does not wait for
 * anybody to finish.
 */
export function orderlyShutdown(log: Log, started: Promise<unknown>): Shutdown {
  const abort = new AbortController();
  const stops: Stop[] = [];
  let stopping: Promise<void> | undefined;
  let first = 0;

  const run = () => {
    stopping ??= (async () => {
      for (let stop = stops.pop(); stop; stop = stops.pop()) {
        running.add(stop);
        await stop();
        running.delete(stop);
      }
    })();
    return stopping;
  };
  const running = new Set<Stop>();

  const onSignal = async (signal: NodeJS.Signals) => {
    if (stopping && Date.now() - first < SAME_SIGNAL_MS) return;
    if (stopping) {
      log("Stopping at once");
      const all = [...running, ...stops].map((stop) => stop(true));
      await Promise.race([Promise.allSettled(all), delay(FORCED_WITHIN_MS)]);
      process.exit(1);
    }
    first = Date.now();
    log(`Stopping (${signal}); again to stop at once`);
    abort.abort();
    await run();
    await started.catch(() => undefined);
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => void onSignal(signal));

  return {
    signal: abort.signal,
    async add(stop) {
      if (!stopping) {
        stops.push(stop);
        return;
      }
      await stop();
      throw new Interrupted();
    },
    run,
  };
}
