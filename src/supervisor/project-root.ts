import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

let found: string | undefined;

/** The folder of package.json: the same for the sources (`src/…`) and for the bundles (`dist/…`). */
export function projectRoot(): string {
  if (found) return found;
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error("No package.json above the supervisor: the installation is damaged");
    folder = parent;
  }
  found = folder;
  return folder;
}
