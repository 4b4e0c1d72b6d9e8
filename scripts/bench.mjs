// Measures the built product: npm run bench -- NAME [--quick] [--json]; see bench/README.md.
import { buildIfChanged } from "./build.mjs";
import { prepare } from "./prepare.mjs";
import { runCommand } from "./run-command.mjs";

await prepare({ development: true }, async (root) => {
  await buildIfChanged(root);
  await runCommand(process.execPath, ["--import", "tsx", "bench/run.ts", ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production" },
    failure: "The benchmark failed.",
  });
});
