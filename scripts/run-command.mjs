import { spawn } from "node:child_process";

/**
 * Runs a command with its output on this terminal; rejects with `failure` when it does not succeed.
 * @param {string} command
 * @param {string[]} parameters
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, failure: string }} options
 * @returns {Promise<void>}
 */
export function runCommand(command, parameters, { cwd, env, failure }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd,
      env: env ?? process.env,
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(failure))));
  });
}
