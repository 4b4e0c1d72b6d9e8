import { expect, it } from "vitest";
import { changeDiff, valueText } from "./change-diff";

it("names each value that changed, came or went, and says which stayed", () => {
  expect(
    changeDiff({ a: 1, deep: { b: "x", c: [1] }, gone: true }, { a: 1, deep: { b: "y", c: [1] }, new: null }),
  ).toEqual([
    { path: "a", before: 1, after: 1, changed: false },
    { path: "deep.b", before: "x", after: "y", changed: true },
    { path: "deep.c", before: [1], after: [1], changed: false },
    { path: "gone", before: true, after: undefined, changed: true },
  ]);
});

it("takes values that are no objects, and sides that are missing", () => {
  expect(changeDiff("open", "closed")).toEqual([
    { path: "", before: "open", after: "closed", changed: true },
  ]);
  expect(changeDiff(null, { status: "active" })).toEqual([
    { path: "status", before: undefined, after: "active", changed: true },
  ]);
  expect(changeDiff(null, null)).toEqual([]);
  expect(changeDiff({ a: 1 }, "text")).toEqual([
    { path: "", before: { a: 1 }, after: "text", changed: true },
  ]);
});

it("is not misled by the names of values", () => {
  expect(changeDiff({ constructor: 1 }, {})).toEqual([
    { path: "constructor", before: 1, after: undefined, changed: true },
  ]);
});

it("shows texts as they are and everything else as JSON", () => {
  expect([valueText("a"), valueText(["a"]), valueText(true)]).toEqual(["a", '["a"]', "true"]);
});
