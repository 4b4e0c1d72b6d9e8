import { rmSync } from "node:fs";
import { join } from "node:path";
import { type DataFolder, requireDataFolder } from "./data-folder";
import type { KeptProcess, Log } from "./keep-running";
import { startPostgres } from "./postgres";
import { requireSecrets, type Secrets } from "./secrets";
import { externalDatabase, externalSoketi, type ServiceEnvironment } from "./service-environment";
import { startSoketi } from "./soketi";
import { acquireSupervisorLock } from "./supervisor-lock";
import { writePrivateFile } from "./write-private-file";

export interface ServicesOptions {
  /** Created when missing; a scratch folder does for tests. */
  dataDir: string;
  /** False: PostgreSQL does not wait for the disk. For tests alone. */
  durable?: boolean;
  log?: Log;
  /** Where an external PostgreSQL or Soketi may be named; the process' own environment by default. */
  environment?: Record<string, string | undefined>;
  /** Where people reach this instance, told to whoever tries to start a second one on the same folder. */
  address?: string;
  /** Calls the start off: it rejects, with nothing left running. */
  signal?: AbortSignal;
}

export interface Services {
  environment: ServiceEnvironment;
  /** What was started here: none of the external ones. */
  processes: KeptProcess[];
  /** Ends Soketi, then PostgreSQL. `force` does not wait for either to finish its work. */
  stop(force?: boolean): Promise<void>;
}

/** The file in the run folder from which command-line tools learn how to reach running services. */
export const SERVICES_FILE = "services.json";

/**
 * Starts the embedded PostgreSQL and Soketi, each unless the environment names an external one, and keeps them
 * running on the same ports until stopped. Refuses a data folder that another process supervises.
 */
export async function startServices(options: ServicesOptions): Promise<Services> {
  const environment = options.environment ?? process.env;
  const database = externalDatabase(environment);
  const soketi = externalSoketi(environment);
  if (database && soketi)
    return { environment: { ...database, ...soketi }, processes: [], stop: async () => {} };

  const folder = requireDataFolder(options.dataDir);
  const unlock = acquireSupervisorLock(folder.runDir, options.address ?? null);
  const record = join(folder.runDir, SERVICES_FILE);
  try {
    rmSync(record, { force: true });
    const parts = await startBoth(options, folder, requireSecrets(folder.path), { database, soketi });
    writePrivateFile(record, JSON.stringify(parts.environment, null, 2));
    let stopped: Promise<void> | undefined;
    const stop = async (force?: boolean) => {
      rmSync(record, { force: true });
      for (const each of parts.processes) await each.stop(force);
      unlock();
    };
    return {
      ...parts,
      stop(force) {
        if (force && stopped) void Promise.all(parts.processes.map((each) => each.stop(true)));
        stopped ??= stop(force);
        return stopped;
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

interface External {
  database: ReturnType<typeof externalDatabase>;
  soketi: ReturnType<typeof externalSoketi>;
}

async function startBoth(
  { durable = true, log = () => {}, signal }: ServicesOptions,
  { path, runDir }: DataFolder,
  secrets: Secrets,
  external: External,
): Promise<Pick<Services, "environment" | "processes">> {
  const app = { id: secrets.soketiAppId, key: secrets.soketiAppKey, secret: secrets.soketiAppSecret };
  const starting = [
    external.soketi ? null : startSoketi({ runDir, app, log, signal }),
    external.database
      ? null
      : startPostgres({ dataDir: path, password: secrets.databasePassword, durable, log, signal }),
  ] as const;
  const outcomes = await Promise.allSettled(starting);
  const processes = outcomes.flatMap((each) =>
    each.status === "fulfilled" && each.value ? [each.value] : [],
  );
  const failed = outcomes.find((each) => each.status === "rejected");
  if (failed) {
    await Promise.all(processes.map((each) => each.stop(true)));
    throw failed.reason;
  }
  const [soketi, postgres] = await Promise.all(starting);
  return {
    processes,
    environment: {
      DATABASE_URL: postgres?.url ?? external.database?.DATABASE_URL ?? "",
      ...(external.soketi ?? {
        SOKETI_HOST: soketi?.host ?? "",
        SOKETI_PORT: String(soketi?.port ?? ""),
        SOKETI_APP_ID: app.id,
        SOKETI_APP_KEY: app.key,
        SOKETI_APP_SECRET: app.secret,
      }),
    },
  };
}
