import { join, resolve } from "node:path";
import { database } from "@/server/db/client";
import { migrateDatabase } from "@/server/db/migrate";
import { parseSettings } from "@/server/env";
import { publisher } from "@/server/realtime/publisher";
import { connectToServices } from "./connect-to-services";
import { loadEnvFile } from "./load-env-file";
import { projectRoot } from "./project-root";
import { runProgram } from "./run-program";
import { ownSecrets } from "./secrets";

export interface Tool {
  /** Absolute. */
  dataDir: string;
  /** Aborted with the first Ctrl-C: come to a good end soon. A second one does not wait. */
  signal: AbortSignal;
}

/**
 * Runs a command-line tool on the services of the data folder (those that run already, or its own for the
 * duration), with the environment that a server process has. `body` returns the exit code.
 */
export async function runTool(body: (tool: Tool) => Promise<number>): Promise<void> {
  await runProgram(async (shutdown) => {
    loadEnvFile();
    const settings = parseSettings(process.env);
    const { OFFCHAT_DATA_DIR, APP_URL } = settings;
    const dataDir = resolve(projectRoot(), OFFCHAT_DATA_DIR);
    const services = await connectToServices(dataDir, { log: console.error, signal: shutdown.signal });
    let work: Promise<number> | undefined;
    await shutdown.add(async (force) => {
      if (!force) await work?.catch(() => undefined);
      await services.stop(force);
    });
    Object.assign(process.env, services.environment, {
      APP_URL,
      OFFCHAT_DATA_DIR: dataDir,
      ...ownSecrets(settings, dataDir),
      LOG_LEVEL: process.env.LOG_LEVEL || "warn",
    });
    await migrateDatabase(services.environment.DATABASE_URL, join(projectRoot(), "drizzle"));
    work = runBody(() => body({ dataDir, signal: shutdown.signal }));
    const exitCode = await work;
    await shutdown.run();
    process.exit(exitCode);
  });
}

async function runBody(body: () => Promise<number>): Promise<number> {
  try {
    return await body();
  } finally {
    await publisher().stop();
    await database().close();
  }
}
