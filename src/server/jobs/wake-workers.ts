import { processSingleton } from "@/server/process-singleton";

/** How this process's worker, if it has one, is told that there is something to do. */
const wakers = () => processSingleton("job-wakers", () => new Map<string, () => void>());

/** Called by the worker: `wake` makes it look at the job's queue at once. Returns how to take that back. */
export function onJobsWaiting(name: string, wake: () => void): () => void {
  wakers().set(name, wake);
  return () => wakers().delete(name);
}

/** Jobs were committed: a worker in this process begins now, one elsewhere when it next looks (within two seconds). */
export function wakeWorkers(names: Iterable<string>): void {
  for (const name of names) wakers().get(name)?.();
}
