import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What is wrong in a dependency and not yet mended where it comes from: docs/decisions/087-a-mended-driver.md.
 * @type {{ files: string[], from: string, to: string }[]}
 */
const mendings = [
  {
    files: ["postgres/src/connection.js", "postgres/cjs/src/connection.js"],
    from: `    if (terminated)
      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options))
`,
    to: `    if (terminated)
      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options))
    if (!socket)
      return queryError(q, Errors.connection('CONNECTION_CLOSED', options)), true
`,
  },
  {
    files: ["postgres/src/connection.js", "postgres/cjs/src/connection.js"],
    from: `    clearImmediate(nextWriteTimer)
    socket.removeListener('data', data)
`,
    to: `    clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    socket.removeListener('data', data)
`,
  },
];

/**
 * Mends what is installed, once. Throws where a file is not what it was when its mending was written.
 * @param {string} root the folder with node_modules
 */
export function mendDependencies(root) {
  for (const { files, from, to } of mendings) {
    for (const file of files) {
      const path = join(root, "node_modules", file);
      const text = readFileSync(path, "utf8");
      if (text.includes(to)) continue;
      if (!text.includes(from)) throw new Error(`${file} has changed: look whether it must still be mended`);
      // Not in its place: package managers share files between folders.
      writeFileSync(`${path}.mended`, text.replace(from, to));
      renameSync(`${path}.mended`, path);
    }
  }
}
