import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { ExplainedError } from "@/lib/explained-error";
import { requireDataFolder } from "./data-folder";
import type { ServiceEnvironment } from "./service-environment";
import { SERVICES_FILE, type Services, type ServicesOptions, startServices } from "./services";
import { readSupervisor } from "./supervisor-lock";

const PATIENCE_MS = 30_000;

/**
 * How a command-line tool reaches the services of a data folder: those that run already, or else its own for the
 * duration. `stop` ends only what was started here.
 */
export async function connectToServices(
  dataDir: string,
  options: Omit<ServicesOptions, "dataDir"> = {},
): Promise<Pick<Services, "environment" | "stop">> {
  const { runDir } = requireDataFolder(dataDir);
  const deadline = Date.now() + PATIENCE_MS;
  let supervisor = readSupervisor(runDir);
  while (supervisor) {
    const environment = readRecord(runDir);
    if (environment) return { environment, stop: async () => {} };
    if (Date.now() > deadline) {
      throw new ExplainedError(
        `Process ${supervisor.pid} has been starting or stopping OffChat for too long: try again.`,
      );
    }
    // It is just starting or stopping.
    await delay(100);
    supervisor = readSupervisor(runDir);
  }
  return startServices({ dataDir, ...options });
}

function readRecord(runDir: string): ServiceEnvironment | null {
  try {
    return JSON.parse(readFileSync(join(runDir, SERVICES_FILE), "utf8"));
  } catch {
    return null;
  }
}
