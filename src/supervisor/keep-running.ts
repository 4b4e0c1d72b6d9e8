import { setTimeout as delay } from "node:timers/promises";

/** Receives one line at a time about what the supervisor and its children do. */
export type Log = (line: string) => void;

/** One life of a child process. */
export interface Life {
  pid: number;
  /** Resolves with how it ended ("exit code 1", "signal SIGKILL"). Never rejects. */
  ended: Promise<string>;
  /** Ends it; resolves when it is gone. `force` does not wait for it to finish its work. */
  stop(force?: boolean): Promise<void>;
}

export interface KeptProcess {
  name: string;
  /** Null between two lives. */
  pid(): number | null;
  /** Ends the present life and begins the next one without delay. */
  restart(): Promise<void>;
  stop(force?: boolean): Promise<void>;
}

/** Milliseconds before the first, second, … restart; the last one repeats. */
const BACK_OFF = [250, 500, 1_000, 2_000, 5_000, 10_000] as const;
/** After living this long, a child that ends starts again at the first back-off. */
const SETTLED_AFTER = 60_000;

/**
 * Launches a child and launches it again, with back-off, whenever it ends unasked. Rejects when the very first
 * launch fails or `signal` calls it off; later failures are logged and tried again for ever. A launch is given a
 * signal that says when it is no longer wanted.
 */
export async function keepRunning(
  name: string,
  launch: (signal: AbortSignal) => Promise<Life>,
  { log, signal }: { log: Log; signal?: AbortSignal },
): Promise<KeptProcess> {
  const stopping = new AbortController();
  let life: Life | null = await launch(signal ?? stopping.signal);
  let restartAsked = false;
  const watching = watch();

  async function watch(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      if (life) {
        const since = Date.now();
        const how = await life.ended;
        life = null;
        if (stopping.signal.aborted) return;
        if (restartAsked || Date.now() - since > SETTLED_AFTER) failures = 0;
        if (!restartAsked) log(`${name} ended unexpectedly (${how}); starting it again`);
      }
      if (!restartAsked) await pause(BACK_OFF[Math.min(failures++, BACK_OFF.length - 1)]);
      if (stopping.signal.aborted) return;
      restartAsked = false;
      try {
        life = await launch(stopping.signal);
        log(`${name} runs again`);
      } catch (error) {
        if (stopping.signal.aborted) return;
        log(`${name} could not be started again: ${error instanceof Error ? error.message : error}`);
      }
    }
  }

  const pause = (ms: number | undefined) =>
    delay(ms, undefined, { signal: stopping.signal }).catch(() => undefined);

  return {
    name,
    pid: () => life?.pid ?? null,
    async restart() {
      restartAsked = life !== null;
      await life?.stop();
    },
    async stop(force) {
      stopping.abort();
      await life?.stop(force);
      await watching;
      // A launch that was under way while the stop came in may have finished only now.
      await life?.stop(force);
      life = null;
    },
  };
}
