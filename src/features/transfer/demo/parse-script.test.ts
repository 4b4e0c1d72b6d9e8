import { expect, test } from "vitest";
import { directs } from "./directs";
import { parseScript } from "./parse-script";
import { demoGroups } from "./workspace";

test("reads days, times, answers and further lines", () => {
  const script = `
day 2
09:00 sam: one
  two

    three

day 1
09:00 aoi > day 2 09:00: four: five
09:01 sam > 09:00: six
`;
  expect(parseScript(script)).toEqual([
    { daysAgo: 2, hours: 9, minutes: 0, from: "sam", text: "one\ntwo\n\n  three", replyTo: null },
    { daysAgo: 1, hours: 9, minutes: 0, from: "aoi", text: "four: five", replyTo: 0 },
    { daysAgo: 1, hours: 9, minutes: 1, from: "sam", text: "six", replyTo: 1 },
  ]);
});

test("says what it does not understand", () => {
  expect(() => parseScript("day 1\n09:00 nobody: hi")).toThrow("Nobody is called nobody");
  expect(() => parseScript("day 1\n09:00 sam > 08:00: hi")).toThrow("Answers nothing");
  expect(() => parseScript("hello")).toThrow("Not understood: hello");
});

test("the demo's conversations are in order, and only members speak in them", () => {
  for (const { script, members } of [...demoGroups, ...directs]) {
    const messages = parseScript(script);
    expect(members).toEqual(expect.arrayContaining(messages.map(({ from }) => from)));
    const minutes = messages.map((each) => -each.daysAgo * 1_440 + each.hours * 60 + each.minutes);
    expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
    expect(Math.max(...messages.map(({ daysAgo }) => daysAgo))).toBeLessThanOrEqual(14);
  }
});
