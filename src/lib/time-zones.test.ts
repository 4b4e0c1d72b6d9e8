import { describe, expect, it } from "vitest";
import { dayAfter, dayIn, isTimeZone, startOfDay } from "./time-zones";

describe("startOfDay", () => {
  it.each([
    ["2024-05-01", "UTC", "2024-05-01T00:00:00.000Z"],
    ["2024-05-01", "Europe/Berlin", "2024-04-30T22:00:00.000Z"],
    ["2024-01-15", "America/New_York", "2024-01-15T05:00:00.000Z"],
    ["2024-05-01", "Asia/Kolkata", "2024-04-30T18:30:00.000Z"],
    ["2024-05-01", "Pacific/Kiritimati", "2024-04-30T10:00:00.000Z"],
    // The days on which clocks change.
    ["2024-03-31", "Europe/Berlin", "2024-03-30T23:00:00.000Z"],
    ["2024-11-03", "America/New_York", "2024-11-03T04:00:00.000Z"],
    // Clocks went from 23:59:59 straight to 01:00.
    ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
  ])("%s in %s", (day, timeZone, expected) => {
    expect(startOfDay(day, timeZone).toISOString()).toBe(expected);
  });
});

it("knows the day after", () => {
  expect(dayAfter("2023-12-31")).toBe("2024-01-01");
  expect(dayAfter("2024-02-28")).toBe("2024-02-29");
});

it("knows which day it is where", () => {
  const moment = new Date("2024-05-01T22:30:00Z");
  expect(dayIn("UTC", moment)).toBe("2024-05-01");
  expect(dayIn("Europe/Berlin", moment)).toBe("2024-05-02");
});

it("knows time zones", () => {
  expect(["Europe/Berlin", "UTC", "Nowhere/Else", ""].map(isTimeZone)).toEqual([true, true, false, false]);
});
