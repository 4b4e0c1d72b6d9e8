// Starts OffChat from its sources, for working on them.
import { bundlePrograms } from "./build.mjs";
import { prepare, runBuilt } from "./prepare.mjs";

await prepare({ development: true }, async (root) => {
  await bundlePrograms(root);
  await runBuilt(root, "development");
});
