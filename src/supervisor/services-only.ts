import { resolve } from "node:path";
import { parseSettings } from "@/server/env";
import { loadEnvFile } from "./load-env-file";
import { projectRoot } from "./project-root";
import { runProgram } from "./run-program";
import { ownSecrets } from "./secrets";
import { startServices } from "./services";

await runProgram(async (shutdown) => {
  loadEnvFile();
  const settings = parseSettings(process.env);
  const dataDir = resolve(projectRoot(), settings.OFFCHAT_DATA_DIR);
  const services = await startServices({ dataDir, log: console.error, signal: shutdown.signal });
  await shutdown.add(services.stop);
  const environment = {
    ...services.environment,
    ...ownSecrets(settings, dataDir),
  };
  for (const [name, value] of Object.entries(environment)) console.log(`export ${name}='${value}'`);
  // External services need nobody to keep them running, yet the program is to stay until it is told to stop.
  const alive = setInterval(() => {}, 60_000);
  await shutdown.add(async () => clearInterval(alive));
});
