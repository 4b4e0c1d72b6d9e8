// Starts the database and Soketi alone and prints the environment with which a server process finds them.
import { bundlePrograms } from "./build.mjs";
import { prepare, runBuilt } from "./prepare.mjs";

await prepare({}, async (root) => {
  await bundlePrograms(root);
  await runBuilt(root, "services");
});
