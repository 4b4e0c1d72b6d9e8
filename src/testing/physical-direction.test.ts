import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

/**
 * Classes that name a side of the screen instead of the start or the end of a line, and so would stay
 * where they are in a right-to-left language.
 */
const physical =
  /(?<![\w-])-?(?:(?:m|p|scroll-m|scroll-p)[lr]-|(?:left|right)-(?:\d|\[|px|auto|full|1\/)|text-(?:left|right)(?![\w-])|(?:border|rounded)-(?:l|r|tl|tr|bl|br)(?![a-z])|(?:float|clear)-(?:left|right)(?![\w-]))/g;

const source = path.resolve(import.meta.dirname, "..");

describe("the pattern", () => {
  it.each([
    "ml-2",
    "-mr-1",
    "md:pl-4",
    "left-0",
    "right-[3px]",
    "-left-1/2",
    "text-left",
    "hover:border-l",
    "border-r-2",
    "rounded-tl-lg",
    "float-right",
  ])("objects to %s", (name) => {
    expect(name.match(physical)).not.toBeNull();
  });

  it.each([
    "ms-2",
    "-me-1",
    "md:ps-4",
    "start-0",
    "text-start",
    "border-s",
    "rounded-ss-lg",
    "rounded-lg",
    "border-red",
    "html-left",
  ])("accepts %s", (name) => {
    expect(name.match(physical)).toBeNull();
  });
});

it("no component places anything left or right", () => {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".tsx"),
  );
  expect(files.length).toBeGreaterThan(30);
  const found = files.flatMap((file) =>
    readFileSync(path.join(source, file), "utf8")
      .split("\n")
      .flatMap((line, index) => (line.match(physical) ?? []).map((name) => `${file}:${index + 1} ${name}`)),
  );
  expect(found, "use ms-, me-, ps-, pe-, start-, end-, text-start …").toEqual([]);
});
