import { setTimeout as delay } from "node:timers/promises";
import { isRunning, type ProcessIdentity } from "./process-identity";

/** Signals tried one after the other, each with the milliseconds it is given. */
export type StopSequence = readonly (readonly [signal: NodeJS.Signals, graceMs: number])[];

/**
 * Ends exactly the recorded process, by ever stronger signals. A process that took over its number is left
 * alone. Returns whether it is gone.
 */
export async function stopProcess(recorded: ProcessIdentity, sequence: StopSequence): Promise<boolean> {
  for (const [signal, graceMs] of sequence) {
    if (!isRunning(recorded)) return true;
    try {
      process.kill(recorded.pid, signal);
    } catch {
      return !isRunning(recorded);
    }
    const deadline = Date.now() + graceMs;
    while (Date.now() < deadline) {
      if (!isRunning(recorded)) return true;
      await delay(20);
    }
  }
  return !isRunning(recorded);
}
