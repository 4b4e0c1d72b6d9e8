import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { transform } from "esbuild";

/** @typedef {{ keepTypes: boolean; only?: string }} MirrorOptions */

/**
 * Writes the sources below `root`/src into `target`/src as plain JavaScript, each under its own name with `.js`
 * behind it, without tests. dependency-cruiser reads that with its own parser: its TypeScript parsers need an older
 * compiler than the product's, or know no TSX, and say nothing when they see no modules.
 *
 * With `keepTypes`, `import type` becomes an ordinary import; without, it is gone, as it is at run time.
 * With `only`, one folder of src/ is written.
 * @param {string} root
 * @param {string} target
 * @param {MirrorOptions} options
 */
export async function mirrorSources(root, target, { keepTypes, only = "" }) {
  const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter(
    (name) => name.startsWith(only) && /\.tsx?$/.test(name) && !/\.(test|d)\.tsx?$/.test(name),
  );
  mkdirSync(join(target, "src"));
  await Promise.all(
    files.map(async (name) => {
      const source = readFileSync(join(root, "src", name), "utf8");
      const { code } = await transform(keepTypes ? untyped(source) : source, {
        loader: name.endsWith("x") ? "tsx" : "ts",
        jsx: "automatic",
        tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
      });
      const copy = join(target, "src", `${name}.js`);
      mkdirSync(dirname(copy), { recursive: true });
      writeFileSync(copy, code);
    }),
  );
}

/** @param {string} source */
function untyped(source) {
  return source.replace(/^(import type (?=[\w{*])|export type (?=[{*]))/gm, (found) =>
    found.replace("type ", ""),
  );
}
