import { describe, expect, it } from "vitest";
import { direction, negotiateLocale } from "./locales";

describe("negotiateLocale", () => {
  it("prefers what the person chose", () => {
    expect(negotiateLocale("de", "en")).toBe("de");
  });

  it("takes the browser's best language, regions and weights included", () => {
    expect(negotiateLocale(undefined, "fr, de-AT;q=0.7, en;q=0.3")).toBe("de");
    expect(negotiateLocale(undefined, "de;q=0.3, en-GB;q=0.9")).toBe("en");
  });

  it("passes over a language that is refused with q=0", () => {
    expect(negotiateLocale(undefined, "de;q=0, en;q=0.1")).toBe("en");
  });

  it.each([
    ["../../etc", null],
    [undefined, "xx"],
    ["", ""],
    [undefined, "de;q=nonsense"],
  ])("falls back to English for %j and %j", (chosen, header) => {
    expect(negotiateLocale(chosen, header)).toBe("en");
  });
});

describe("direction", () => {
  it("knows right-to-left languages with and without a region", () => {
    expect([direction("he"), direction("ar-EG"), direction("de"), direction("en")]).toEqual([
      "rtl",
      "rtl",
      "ltr",
      "ltr",
    ]);
  });
});
