import type { NotificationSettings } from "../settings/dto";
import { wallClock } from "../settings/quiet";

const hourMs = 3_600_000;
/** The hour of the morning when a daily digest is made. */
const dailyHour = 8;

type Person = {
  digest: NotificationSettings["digest"];
  timeZone: string;
  /** When the last digest was made. */
  digestAt: Date | null;
  /** When the person last used a device; null: never. */
  activeAt: Date | null;
};

/**
 * Whether it is time for somebody's digest: they have been away for an hour, and the last one is long enough ago. A
 * little less than an hour and a day, because the clock that asks is not exact.
 */
export function isDigestDue({ digest, timeZone, digestAt, activeAt }: Person, now: Date): boolean {
  const since = (at: Date | null) => (at ? now.getTime() - at.getTime() : Number.POSITIVE_INFINITY);
  if (digest === "off" || since(activeAt) < hourMs) return false;
  if (digest === "hourly") return since(digestAt) > hourMs - 5 * 60_000;
  const { minute } = wallClock(timeZone, now);
  return Math.floor(minute / 60) === dailyHour && since(digestAt) > 2 * hourMs;
}
