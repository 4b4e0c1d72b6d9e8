import type { NotificationSettings, QuietHours } from "./dto";

type Quiet = Pick<NotificationSettings, "quietUntil" | "quietHours" | "timeZone">;

/** Whether the person is not to be disturbed at `now`: until a time that they set, or by their week. */
export function isQuiet({ quietUntil, quietHours, timeZone }: Quiet, now: Date): boolean {
  if (quietUntil !== null && Date.parse(quietUntil) > now.getTime()) return true;
  if (quietHours.length === 0) return false;
  const { day, minute } = wallClock(timeZone, now);
  return quietHours.some((hours) => covers(hours, day, minute));
}

function covers({ days, from, to }: QuietHours, day: number, minute: number): boolean {
  if (from < to) return days.includes(day) && minute >= from && minute < to;
  // Over midnight: the evening of a day that begins it, or the morning after one.
  const dayBefore = (day + 6) % 7;
  return (days.includes(day) && minute >= from) || (days.includes(dayBefore) && minute < to);
}

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** What a clock on the wall shows in a time zone. */
export function wallClock(timeZone: string, now: Date): { day: number; minute: number } {
  const parts = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  }).formatToParts(now);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return {
    day: weekdays.indexOf(part("weekday")),
    minute: Number(part("hour")) * 60 + Number(part("minute")),
  };
}
