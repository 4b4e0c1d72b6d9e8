// Runs a command-line tool of OffChat (src/cli/<name>.ts): node scripts/tool.mjs <name> [options]
import { buildIfChanged } from "./build.mjs";
import { prepare, runBuilt } from "./prepare.mjs";

const [name] = process.argv.splice(2, 1);
await prepare({}, async (root) => {
  await buildIfChanged(root);
  await runBuilt(root, `cli/${name}`);
});
