import { expect, it } from "vitest";
import { stableIndex } from "./stable-index";

it("gives the same place for the same text and uses every place about equally", () => {
  const counts = Array.from({ length: 12 }, () => 0);
  for (let index = 0; index < 12_000; index += 1) {
    const place = stableIndex(`0198c1d2-7e3a-7000-8000-${String(index).padStart(12, "0")}`, counts.length);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  expect(Math.min(...counts)).toBeGreaterThan(800);
  expect(Math.max(...counts)).toBeLessThan(1_200);
  expect(stableIndex("ada", 12)).toBe(stableIndex("ada", 12));
});
