import { ExplainedError } from "@/lib/explained-error";
import { Interrupted, orderlyShutdown, type Shutdown } from "./shutdown";

/**
 * Runs the body of a program that stays until it is told to stop. When the body fails, what it had started is
 * stopped and the process exits with 1, after one message to whoever started it.
 */
export async function runProgram(body: (shutdown: Shutdown) => Promise<void>): Promise<void> {
  let settle = () => {};
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  // A terminal that was closed must not keep us from stopping in order.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const shutdown = orderlyShutdown((line) => console.error(line), settled);
  try {
    await body(shutdown);
  } catch (error) {
    if (error instanceof Interrupted || shutdown.signal.aborted) return;
    console.error(`\n${explain(error)}\n`);
    await shutdown.run();
    process.exit(1);
  } finally {
    settle();
  }
}

function explain(error: unknown): string {
  if (error instanceof ExplainedError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
