import { describe, expect, it } from "vitest";
import { isStorable } from "./storable-text";

describe("isStorable", () => {
  it.each(["", "plain", "日本語 👩‍👩‍👧", "\u0001\n\t", { a: ["x", { b: "y" }] }, null, 1, [undefined, true]])(
    "accepts %j",
    (value) => expect(isStorable(value)).toBe(true),
  );

  it.each(["a\u0000b", "cut \ud83d", "\udc69 cut", { a: ["x", { b: "\u0000" }] }, ["\ud800"]])(
    "refuses %j",
    (value) => expect(isStorable(value)).toBe(false),
  );
});
