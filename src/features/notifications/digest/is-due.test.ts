import { describe, expect, it } from "vitest";
import { isDigestDue } from "./is-due";

const person = { digest: "hourly" as const, timeZone: "UTC", digestAt: null, activeAt: null };
const at = (time: string) => new Date(`2030-01-02T${time}:00Z`);

describe("a digest is due", () => {
  it("never for whoever wants none, and not while they were here within the hour", () => {
    expect(isDigestDue({ ...person, digest: "off" }, at("12:00"))).toBe(false);
    expect(isDigestDue({ ...person, activeAt: at("11:01") }, at("12:00"))).toBe(false);
    expect(isDigestDue({ ...person, activeAt: at("11:00") }, at("12:00"))).toBe(true);
  });

  it("once an hour", () => {
    expect(isDigestDue({ ...person, digestAt: at("11:30") }, at("12:05"))).toBe(false);
    expect(isDigestDue({ ...person, digestAt: at("11:06") }, at("12:05"))).toBe(true);
  });

  it("once a day at eight, by the person's own clock", () => {
    const daily = { ...person, digest: "daily" as const, timeZone: "Europe/Vienna" };
    expect(isDigestDue(daily, at("06:05"))).toBe(false);
    expect(isDigestDue(daily, at("07:05"))).toBe(true);
    expect(isDigestDue({ ...daily, digestAt: at("07:05") }, at("07:55"))).toBe(false);
    expect(isDigestDue({ ...daily, digestAt: new Date("2030-01-01T07:05:00Z") }, at("07:05"))).toBe(true);
    expect(isDigestDue(daily, at("08:05"))).toBe(false);
  });
});
