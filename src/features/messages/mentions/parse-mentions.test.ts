import { describe, expect, it } from "vitest";
import { mentionLimit, parseMentions, splitMentions } from "./parse-mentions";

describe("parseMentions", () => {
  it.each<[string, string[], "here" | "all" | null]>([
    ["hello", [], null],
    ["@Ada and @ben.k, (@ada) again", ["ada", "ben.k"], null],
    ["Thanks, @ada. @ben!", ["ada", "ben"], null],
    ["**@ada** _@ben_ > @cleo", ["ada", "ben", "cleo"], null],
    ["@アダ さん 你好@ada", ["アダ", "ada"], null],
    ["mail ada@example.org or see a/@ada and @@ben", [], null],
    ["`@ada` and ``x ` @ben`` and\n```\n@cleo @all\n```\n@dora", ["dora"], null],
    ["~~~\n@ada", [], null],
    ["an open ` tick @ada", ["ada"], null],
    ["@here or @ALL", [], "all"],
    ["@Here", [], "here"],
    ["@alls @here2", ["alls", "here2"], null],
  ])("finds in %j %j and %j", (body, usernames, everyone) => {
    expect(parseMentions(body)).toEqual({ usernames, everyone });
  });

  it("stops at the limit, and is quick on hostile texts", () => {
    const body = Array.from({ length: 60 }, (_, i) => `@p${i}`).join(" ");
    expect(parseMentions(body).usernames).toHaveLength(mentionLimit);
    const started = performance.now();
    for (const piece of ["@a-", "`", "``` ", "@", "a.", "~~~`"])
      parseMentions(piece.repeat(20_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

it("splitMentions cuts a text and loses nothing", () => {
  expect(splitMentions("a @b, @c.")).toEqual(["a ", { name: "b" }, ", ", { name: "c" }, "."]);
  expect(splitMentions("")).toEqual([]);
});
