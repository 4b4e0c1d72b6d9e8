import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const pages = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("page.tsx"))
  .map((file) => ({ file, source: readFileSync(join(import.meta.dirname, file), "utf8") }));

it("stands before everything that a page of the console does", () => {
  expect(pages.length).toBeGreaterThan(2);
  for (const { file, source } of pages) {
    const body = source.slice(source.indexOf("export default async function"));
    const gate = body.indexOf("await requirePermission(");
    const reads = ["caller()", "prefetcher()", "redirect("].map((each) => body.indexOf(each));
    expect([file, gate]).not.toEqual([file, -1]);
    expect([file, reads.filter((read) => read >= 0 && read < gate)]).toEqual([file, []]);
  }
});
