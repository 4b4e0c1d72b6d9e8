import { describe, expect, it } from "vitest";
import { type Cause, shouldNotify } from "./policy";
import { isQuiet } from "./settings/quiet";

const causes: Cause[] = ["message", "direct", "mention", "reply", "thread_reply", "added", "reaction"];
const levels = ["all", "mentions", "none"] as const;
const addressed: Cause[] = ["direct", "mention", "reply", "thread_reply", "added"];
/** What disturbs at a level that somebody chose. */
const disturbs = { all: ["message", ...addressed], mentions: addressed, none: [] as Cause[] };

const now = new Date("2030-01-02T12:00:00Z"); // a Wednesday
const loud = { level: "all" as const, quietUntil: null, quietHours: [], timeZone: "UTC" };
const membership = { notificationLevel: "default" as const, mutedUntil: null };
const those = (question: Omit<Parameters<typeof shouldNotify>[0], "cause">) =>
  causes.filter((cause) => shouldNotify({ ...question, cause }));

describe("what disturbs somebody", () => {
  it.each(levels)("at the level %s of the conversation, whatever they chose for all", (notificationLevel) => {
    for (const level of levels) {
      const question = {
        membership: { ...membership, notificationLevel },
        settings: { ...loud, level },
        now,
      };
      expect(those(question)).toEqual(disturbs[notificationLevel]);
    }
  });

  it.each(levels)("at the level %s for all, where the conversation has none of its own", (level) => {
    const expected = level === "none" ? ["added"] : disturbs[level];
    expect(those({ membership, settings: { ...loud, level }, now })).toEqual(expected);
  });

  it("is nothing while the conversation is muted, while quiet, or when it is no longer theirs", () => {
    const later = "2030-01-02T12:00:01.000Z";
    const earlier = "2030-01-02T11:59:59.000Z";
    const everything = disturbs.all;
    const muted = (mutedUntil: string) =>
      those({ membership: { ...membership, mutedUntil }, settings: loud, now });
    const quiet = (quietUntil: string) => those({ membership, settings: { ...loud, quietUntil }, now });
    expect([muted(later), muted(earlier)]).toEqual([[], everything]);
    expect([quiet(later), quiet(earlier)]).toEqual([[], everything]);
    const always = [{ days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 0 }];
    expect(those({ membership, settings: { ...loud, quietHours: always }, now })).toEqual([]);
    expect(those({ membership: null, settings: loud, now })).toEqual([]);
  });
});

describe("quiet hours", () => {
  const quietAt = (time: string, hours: { days: number[]; from: number; to: number }, timeZone = "UTC") =>
    isQuiet({ quietUntil: null, quietHours: [hours], timeZone }, new Date(time));

  it("begin at their first minute and end before their last, on their days only", () => {
    const lunch = { days: [3], from: 12 * 60, to: 13 * 60 };
    expect(quietAt("2030-01-02T11:59:59Z", lunch)).toBe(false);
    expect(quietAt("2030-01-02T12:00:00Z", lunch)).toBe(true);
    expect(quietAt("2030-01-02T12:59:59Z", lunch)).toBe(true);
    expect(quietAt("2030-01-02T13:00:00Z", lunch)).toBe(false);
    expect(quietAt("2030-01-03T12:30:00Z", lunch)).toBe(false);
  });

  it("go on over midnight, also from Saturday to Sunday", () => {
    const night = { days: [6], from: 22 * 60, to: 7 * 60 };
    expect(quietAt("2030-01-05T21:59:00Z", night)).toBe(false);
    expect(quietAt("2030-01-05T22:00:00Z", night)).toBe(true);
    expect(quietAt("2030-01-06T06:59:00Z", night)).toBe(true);
    expect(quietAt("2030-01-06T07:00:00Z", night)).toBe(false);
    expect(quietAt("2030-01-06T22:00:00Z", night)).toBe(false);
    expect(quietAt("2030-01-05T06:00:00Z", night)).toBe(false);
  });

  it("are a whole day where they end when they begin", () => {
    const sunday = { days: [0], from: 0, to: 0 };
    expect(quietAt("2030-01-06T00:00:00Z", sunday)).toBe(true);
    expect(quietAt("2030-01-06T23:59:00Z", sunday)).toBe(true);
    expect(quietAt("2030-01-07T00:00:00Z", sunday)).toBe(false);
  });

  it("are meant by the clock of the person's own time zone, summer time included", () => {
    const night = { days: [3], from: 22 * 60, to: 23 * 60 };
    expect(quietAt("2030-01-02T21:30:00Z", night, "Europe/Vienna")).toBe(true);
    expect(quietAt("2030-07-03T21:30:00Z", night, "Europe/Vienna")).toBe(false);
    expect(quietAt("2030-07-03T20:30:00Z", night, "Europe/Vienna")).toBe(true);
    expect(quietAt("2030-01-03T03:30:00Z", night, "America/New_York")).toBe(true);
    expect(quietAt("2030-01-02T16:30:00Z", night, "Asia/Kolkata")).toBe(true);
  });
});
