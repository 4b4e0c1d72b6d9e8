import { describe, expect, it } from "vitest";
import { completed, operatorsLike, typedAt, usualDays, written } from "./complete-query";
import { parseQuery } from "./parse-query";

/** `|` stands for the caret. */
const at = (marked: string) => {
  const caret = marked.indexOf("|");
  const text = marked.replace("|", "");
  return { text, typed: typedAt(text, caret) };
};

describe("typedAt", () => {
  it.each([
    ["|", { operator: null, value: "" }],
    ["cake fr|", { operator: null, value: "fr" }],
    ["from:|", { operator: "from", value: "" }],
    ["cake FROM:@ad|", { operator: "from", value: "ad" }],
    ['in:"release tr|', { operator: "in", value: "release tr" }],
    ['in:"release tr|ain" cake', { operator: "in", value: "release tr" }],
    ["has:l|", { operator: "has", value: "l" }],
    ['"exact wo|', null],
    ["-wor|", null],
  ])("%s", (marked, expected) => {
    const { typed } = at(marked);
    expect(typed && { operator: typed.operator, value: typed.value }).toEqual(expected);
  });
});

describe("completed", () => {
  it.each([
    ["cake fr|", "from:", "cake from:|"],
    ["from:a| cake", "from:ada", "from:ada |cake"],
    ["cake in:rel|", written("in", "Release train"), 'cake in:"Release train" |'],
    ['in:"release tr|ain" cake', written("in", "Release train"), 'in:"Release train" |cake'],
    ["is:|", "is:pinned", "is:pinned |"],
  ])("%s with %s", (marked, insert, expected) => {
    const { text, typed } = at(marked);
    if (!typed) throw new Error("nothing to complete");
    const done = completed(text, typed, insert);
    expect(`${done.text.slice(0, done.caret)}|${done.text.slice(done.caret)}`).toBe(expected);
  });

  it("writes what the search understands", () => {
    expect(parseQuery(written("in", 'The "big" one')).in).toEqual(["The big one"]);
    expect(parseQuery(written("from", "ada")).from).toEqual(["ada"]);
  });
});

it("offers operators by their beginning", () => {
  expect(operatorsLike("")).toHaveLength(6);
  expect(operatorsLike("I")).toEqual(["in", "is"]);
  expect(operatorsLike("x")).toEqual([]);
});

it("knows the usual days", () => {
  expect(usualDays("2024-03-31").map(({ day }) => day)).toEqual([
    "2024-03-31",
    "2024-03-30",
    "2024-03-24",
    "2024-02-28",
    "2023-03-28",
  ]);
});
