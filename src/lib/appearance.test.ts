import { expect, it } from "vitest";
import { clockOf } from "./appearance";

it("shows a time by the clock that was chosen, whatever the language has", () => {
  const shown = (locale: string, format: "language" | "12h" | "24h") =>
    new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: "UTC", ...clockOf(format) })
      .format(Date.UTC(2026, 0, 1, 0, 5))
      .replace(/\s/g, " ");
  expect(["language", "12h", "24h"].map((format) => shown("en-US", format as "12h"))).toEqual([
    "12:05 AM",
    "12:05 AM",
    "00:05",
  ]);
  expect(["language", "12h", "24h"].map((format) => shown("de", format as "12h"))).toEqual([
    "00:05",
    "12:05 AM",
    "00:05",
  ]);
});
