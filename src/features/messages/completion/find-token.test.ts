import { describe, expect, it } from "vitest";
import { complete, findToken } from "./find-token";

/** `|` marks the caret. */
const at = (marked: string) => findToken(marked.replace("|", ""), marked.indexOf("|"));

describe("findToken", () => {
  it.each([
    ["@|", "mention", ""],
    ["hello @An|", "mention", "an"],
    ["(@ben.k|)", "mention", "ben.k"],
    ["こんにちは@アダ|", "mention", "アダ"],
    ["well :ta|", "emoji", "ta"],
    [":+1|", "emoji", "+1"],
    ["`code` @ada|", "mention", "ada"],
    ["```\ncode\n```\n@ada|", "mention", "ada"],
  ])("finds in %j a %s %j", (marked, kind, query) => {
    expect(at(marked)).toMatchObject({ kind, query });
  });

  it.each([
    "hello|",
    "ada@exa|",
    "at 10:30|",
    ":t|",
    "@ada |",
    "`@ada|",
    "```\n@ada|",
    "https://example.org/@ada|",
  ])("finds nothing in %j", (marked) => {
    expect(at(marked)).toBeNull();
  });
});

it("complete puts the whole in its place and the caret behind it", () => {
  const token = { kind: "mention", query: "an", from: 3, to: 6 } as const;
  expect(complete("hi @an", token, "@anna")).toEqual({ text: "hi @anna ", caret: 9 });
  expect(complete("hi @an there", token, "@anna")).toEqual({ text: "hi @anna there", caret: 9 });
});
