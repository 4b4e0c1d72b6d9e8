import { describe, expect, it } from "vitest";
import { compileFilters } from "./compile-filters";
import type { FilterRule } from "./dto";

const refuses = (kind: FilterRule["kind"], rule: string, text: string) =>
  compileFilters([{ kind, text: rule, action: "refuse" }])(text) !== null;

describe("filters", () => {
  it.each([
    ["word", "casino", "Best CASINO here", true],
    ["word", "casino", "**Casíno**!", true],
    ["word", "casino", "ca\u200bsino", true],
    ["word", "casino", "casinos", false],
    ["word", "casino", "", false],
    ["phrase", "free money", "get free\n money!", true],
    ["phrase", "free money", "free of money", false],
    ["phrase", "free money", "carefree moneys", false],
    ["pattern", "*pharm*", "onlinePharmacy", true],
    ["pattern", "v?agra", "V1agra", true],
    ["pattern", "v?agra", "vagra", false],
    ["pattern", "casino*", "my casino2000", true],
    ["pattern", "casino", "casinos", false],
    ["domain", "evil.example", "see https://www.evil.example/path?x=1", true],
    ["domain", "evil.example", "see [here](http://a.b.EVIL.example:8080)", true],
    ["domain", "evil.example", "evil.example.", true],
    ["domain", "evil.example", "https://good.example@evil.example/", true],
    ["domain", "evil.example", "https://evil.example@good.example/", false],
    ["domain", "evil.example", "notevil.example and evil.example.org", false],
    ["domain", "evil.example", "evil。example", true],
  ] as const)("%s %j in %j: %s", (kind, rule, text, expected) => {
    expect(refuses(kind, rule, text)).toBe(expected);
  });

  it("let the strongest of several decide", () => {
    const check = compileFilters([
      { kind: "word", text: "a", action: "flag" },
      { kind: "phrase", text: "a b", action: "refuse" },
      { kind: "pattern", text: "b*", action: "hold" },
    ]);
    expect(check("a b c")).toEqual({ action: "refuse", found: "a b" });
    expect(check("b c")).toEqual({ action: "hold", found: "b*" });
    expect(check("a c")).toEqual({ action: "flag", found: "a" });
    expect(check("c")).toBeNull();
  });

  it("take no longer for what is made to be slow", () => {
    const check = compileFilters(
      Array.from({ length: 500 }, (_, i) => ({
        kind: "pattern" as const,
        text: `${"*a".repeat(20)}*${i}`,
        action: "refuse" as const,
      })),
    );
    const started = performance.now();
    expect(check("a".repeat(20_000))).toBeNull();
    // A backtracking regular expression would need longer than the universe has.
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
