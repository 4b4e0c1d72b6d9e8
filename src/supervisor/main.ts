import { join } from "node:path";
import { projectRoot } from "./project-root";
import { runApplication } from "./run-application";
import { runProgram } from "./run-program";

await runProgram(async (shutdown) => {
  const server = join(projectRoot(), "dist", "server.js");
  await runApplication({ parameters: ["--enable-source-maps", server], mode: "production", shutdown });
});
