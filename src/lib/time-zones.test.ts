import { expect, it } from "vitest";
import { isTimeZone } from "./time-zones";

it.each([
  ["Europe/Berlin", true],
  ["UTC", true],
  ["Mars/Olympus", false],
  ["", false],
])("%j is a time zone: %s", (name, expected) => expect(isTimeZone(name)).toBe(expected));
