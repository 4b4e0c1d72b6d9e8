import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What browsers that know of it heed in the first line of a script; for others it is a comment. */
const hint = "//# allFunctionsCalledOnLoad\n";

/**
 * Has browsers compile the scripts that documents name while they arrive, beside the page, and not function by function
 * while the page is being taken over. What is loaded later is compiled as far as it is used.
 * @param {string} folder Next's own, with a finished build
 */
export function hintCompilation(folder) {
  const { rootMainFiles } = JSON.parse(readFileSync(join(folder, "build-manifest.json"), "utf8"));
  const manifests = readdirSync(join(folder, "server", "app"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("_client-reference-manifest.js"))
    .map((path) => readFileSync(join(folder, "server", "app", path), "utf8"));
  const named = manifests.flatMap((text) => text.match(/static\/chunks\/[^"]+\.js/g) ?? []);
  for (const path of new Set([...rootMainFiles, ...named])) {
    const file = join(folder, path);
    const text = readFileSync(file, "utf8");
    if (!text.startsWith(hint)) writeFileSync(file, hint + text);
  }
}
