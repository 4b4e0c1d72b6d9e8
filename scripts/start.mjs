// Installs, builds and starts OffChat; each step only when needed. It can be run again at any time.
import { buildIfChanged } from "./build.mjs";
import { prepare, runBuilt } from "./prepare.mjs";

await prepare({}, async (root) => {
  await buildIfChanged(root);
  await runBuilt(root, "supervisor");
});
