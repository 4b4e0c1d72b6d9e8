import { watch } from "node:fs";
import { join, sep } from "node:path";
import { projectRoot } from "./project-root";
import { runApplication } from "./run-application";
import { runProgram } from "./run-program";

/** What Next replaces in the running page by itself, and what does not run in the server at all. */
const NOT_THE_SERVER = /(^|\/)(app|components|ui|testing|supervisor|cli)\/|\.test\.tsx?$|\.(css|json)$/;
const SETTLED_MS = 150;

await runProgram(async (shutdown) => {
  const source = join(projectRoot(), "src");
  const parameters = ["--import", "tsx", "--enable-source-maps", join(source, "server.ts")];
  const web = await runApplication({ parameters, mode: "development", shutdown });
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(source, { recursive: true }, (_event, file) => {
    if (!file || NOT_THE_SERVER.test(file.split(sep).join("/"))) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      console.log(`${file} changed: starting the server again`);
      void web.restart();
    }, SETTLED_MS);
  });
  await shutdown.add(async () => watcher.close());
});
