import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/**
 * Runs a load in a process of its own, so that making it and taking it do not share one event loop.
 * @param name a file of bench/load, which exports `load(config)`
 */
export async function inOwnProcess<Config extends object, Result>(
  name: string,
  config: Config,
  environment: Record<string, string> = {},
): Promise<Result> {
  const child = fork(fileURLToPath(new URL("./run-load.ts", import.meta.url)), [name], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, ...environment },
  });
  const answer = once(child, "message") as Promise<[{ result?: Result; error?: string }]>;
  const exit = once(child, "exit").then(([code]) => {
    throw new Error(`The load ${name} ended with ${code}`);
  });
  child.send(config);
  const [{ result, error }] = await Promise.race([answer, exit]);
  exit.catch(() => {});
  child.disconnect();
  if (error !== undefined) throw new Error(error);
  return result as Result;
}
