import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { hintCompilation } from "./hint-compilation.mjs";

it("hints at what documents name, once, and leaves what comes later alone", () => {
  const folder = mkdtempSync(join(tmpdir(), "offchat-hints-"));
  try {
    const [chunks, pages] = [join(folder, "static", "chunks"), join(folder, "server", "app", "(chat)")];
    for (const each of [chunks, pages]) mkdirSync(each, { recursive: true });
    for (const name of ["main", "page", "later"]) writeFileSync(join(chunks, `${name}.js`), `${name}();`);
    writeFileSync(
      join(folder, "build-manifest.json"),
      JSON.stringify({ rootMainFiles: ["static/chunks/main.js"] }),
    );
    writeFileSync(
      join(pages, "page_client-reference-manifest.js"),
      'globalThis.held = {"chunks":["/_next/static/chunks/page.js"],"files":["static/chunks/page.js"]};',
    );
    hintCompilation(folder);
    hintCompilation(folder);
    const scripts = ["main", "page", "later"].map((name) => readFileSync(join(chunks, `${name}.js`), "utf8"));
    expect(scripts).toEqual([
      "//# allFunctionsCalledOnLoad\nmain();",
      "//# allFunctionsCalledOnLoad\npage();",
      "later();",
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
