import { join } from "node:path";
import { projectRoot } from "./project-root";
import { runApplication } from "./run-application";
import { runProgram } from "./run-program";

await runProgram(async (shutdown) => {
  const server = join(projectRoot(), "dist", "server.js");
  // Without source maps: Node would keep those of every file that it loads, 90 MB, and Next's way of writing stacks
  // passes them over.
  await runApplication({ parameters: [server], mode: "production", shutdown });
});
