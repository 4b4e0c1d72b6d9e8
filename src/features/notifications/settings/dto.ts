/** A time of the week: `days` (0 is Sunday) on which it begins, from and to in minutes of the day; over midnight where `to` is not later. */
export type QuietHours = { days: number[]; from: number; to: number };

/** How a person wants to be told of things, on all their devices. */
export type NotificationSettings = {
  /** For every conversation that has no level of its own. */
  level: "all" | "mentions" | "none";
  sounds: boolean;
  /** Do not disturb until then; a moment in the past is the same as null. */
  quietUntil: string | null;
  /** Do not disturb at these times, as the clock of `timeZone` shows them. */
  quietHours: QuietHours[];
  timeZone: string;
  /** Whether a push shows what was written. */
  pushText: boolean;
  digest: "off" | "hourly" | "daily";
};
