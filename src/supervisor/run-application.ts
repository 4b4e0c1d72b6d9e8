import { join, resolve } from "node:path";
import { ExplainedError } from "@/lib/explained-error";
import { migrateDatabase } from "@/server/db/migrate";
import { parseSettings, type Settings } from "@/server/env";
import { requireDataFolder } from "./data-folder";
import { isPortFree } from "./free-port";
import type { KeptProcess } from "./keep-running";
import { loadEnvFile } from "./load-env-file";
import { projectRoot } from "./project-root";
import { ownSecrets } from "./secrets";
import { startServices } from "./services";
import type { Shutdown } from "./shutdown";
import { alreadyRuns, readSupervisor } from "./supervisor-lock";
import { startWeb, stopOrphanedWeb } from "./web-process";

export interface ApplicationOptions {
  /** What node is to run as the web process, with its options. */
  parameters: string[];
  mode: "production" | "development";
  shutdown: Shutdown;
}

const say = (line: string) => console.log(line);

/** Starts everything that makes up OffChat and says where it is. Returns its web process. */
export async function runApplication({
  parameters,
  mode,
  shutdown,
}: ApplicationOptions): Promise<KeptProcess> {
  loadEnvFile();
  const settings = parseSettings(process.env);
  const { path: dataDir, runDir } = requireDataFolder(resolve(projectRoot(), settings.OFFCHAT_DATA_DIR));
  const supervisor = readSupervisor(runDir);
  if (supervisor) throw alreadyRuns(runDir, supervisor);
  await stopOrphanedWeb(runDir);
  const serves = settings.WORKER !== "only";
  if (serves) await requireFreePort(settings);

  const services = await startServices({
    dataDir,
    log: say,
    address: settings.APP_URL,
    signal: shutdown.signal,
  });
  await shutdown.add(services.stop);
  const applied = await migrateDatabase(services.environment.DATABASE_URL, join(projectRoot(), "drizzle"));
  if (applied > 0) say(`Database brought up to date (${applied} ${applied === 1 ? "change" : "changes"})`);

  const links = setupLinks();
  const web = await startWeb({
    parameters,
    environment: {
      ...process.env,
      ...services.environment,
      NODE_ENV: mode,
      PORT: String(settings.PORT),
      APP_URL: settings.APP_URL,
      OFFCHAT_DATA_DIR: dataDir,
      ...ownSecrets(settings, dataDir),
    },
    healthUrl: serves ? healthUrl(settings) : null,
    runDir,
    onSetupLink: links.receive,
    log: say,
    signal: shutdown.signal,
  });
  await shutdown.add(web.stop);
  say(`\n  OffChat runs at ${settings.APP_URL}   (Ctrl-C stops it)\n`);
  links.show();
  return web;
}

async function requireFreePort({ PORT, HOST }: Settings): Promise<void> {
  if (await isPortFree(PORT, HOST)) return;
  throw new ExplainedError(
    `Port ${PORT}${HOST ? ` of ${HOST}` : ""} cannot be listened on, another program uses it or this account may not: ` +
      "stop that program, or set PORT to another number.",
  );
}

function healthUrl({ PORT, HOST }: Settings): string {
  const everywhere = !HOST || HOST === "0.0.0.0" || HOST === "::";
  const host = everywhere ? "127.0.0.1" : HOST.includes(":") ? `[${HOST}]` : HOST;
  return `http://${host}:${PORT}/api/health`;
}

/** The link comes when the server has it, and is best shown below the address. */
function setupLinks() {
  let waiting: string | null = null;
  let shown = false;
  const print = (url: string) =>
    say(
      `  ${"─".repeat(70)}\n  Set up the first administrator here (this link works once):\n\n  ${url}\n  ${"─".repeat(70)}\n`,
    );
  return {
    receive(url: string) {
      if (shown) print(url);
      else waiting = url;
    },
    show() {
      shown = true;
      if (waiting) print(waiting);
    },
  };
}
