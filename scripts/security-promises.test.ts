import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const text = readFileSync(join(root, "docs/security.md"), "utf8");
const promises = text.split("\n").filter((line) => line.startsWith("* "));

it("every promise of docs/security.md names a test", () => {
  expect(promises.length).toBeGreaterThan(40);
  const names = /`[^`]+\.(test|spec)\.tsx?`|the same test/;
  expect(promises.filter((promise) => !names.test(promise))).toEqual([]);
});

it("every test that docs/security.md names is there", () => {
  const named = [...text.matchAll(/`([^`\s]+\.(?:test|spec)\.tsx?)`/g)].map(([, path]) => path as string);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it("its chapters are those of OWASP ASVS 5, in their order", () => {
  const chapters = [...text.matchAll(/^## V(\d+) /gm)].map(([, number]) => Number(number));
  expect(chapters).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
});
