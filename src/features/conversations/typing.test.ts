import { describe, expect, it } from "vitest";
import { stillTyping, type Typists, withoutTypist, withTyping } from "./typing";

const none: Typists = new Map();

describe("typing", () => {
  it("goes on while it is said again, and ends by itself or with the message", () => {
    const one = withTyping(none, { userId: "ada" }, 0);
    expect([...stillTyping(one, 5_999).keys()]).toEqual(["ada"]);
    expect([...stillTyping(one, 6_000).keys()]).toEqual([]);
    const again = withTyping(one, { userId: "ada" }, 3_000);
    expect([...stillTyping(again, 8_999).keys()]).toEqual(["ada"]);
    expect(withoutTypist(again, "ada").size).toBe(0);
    expect(withoutTypist(again, "ben")).toBe(again);
  });

  it.each([null, undefined, "ada", {}, { userId: 7 }, []])("takes %j for no typing", (data) => {
    expect(withTyping(none, data, 0)).toBe(none);
  });
});
