import { log } from "@/server/log/log";
import { processSingleton } from "@/server/process-singleton";

/** How long counts wait to be written down together, in milliseconds. */
const flushMs = 2_000;
/** Most different things that one tally counts between two writes: what is beyond is lost, not memory. */
const mostKeys = 5_000;

type Write = (counts: Map<string, number>) => Promise<unknown>;
type State = { counts: Map<string, number>; timer: NodeJS.Timeout | null; write: Write };

const states = () => processSingleton("tallies", () => new Map<string, State>());

/**
 * Counts in memory, and writes the counts down together every two seconds: what happens on every request
 * costs no statement there. A process that is killed loses at most those two seconds.
 */
export function countLater(name: string, key: string, write: Write) {
  const state = states().get(name) ?? { counts: new Map(), timer: null, write };
  states().set(name, state);
  if (state.counts.size >= mostKeys && !state.counts.has(key)) return;
  state.counts.set(key, (state.counts.get(key) ?? 0) + 1);
  state.timer ??= setTimeout(() => void flush(state), flushMs).unref();
}

/** Writes everything down now: before a process ends. */
export async function flushTallies(): Promise<void> {
  await Promise.all([...states().values()].map(flush));
}

async function flush(state: State): Promise<void> {
  if (state.timer) clearTimeout(state.timer);
  state.timer = null;
  const { counts } = state;
  if (counts.size === 0) return;
  state.counts = new Map();
  await state.write(counts).catch((err) => log().warn({ err }, "counts could not be written down"));
}
