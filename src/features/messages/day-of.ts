/** Every time zone's offset is a multiple of this, in milliseconds: within it the day does not change. */
const quarterOfAnHour = 15 * 60_000;

/**
 * Tells the calendar day of a moment in a time zone, as `YYYY-MM-DD`. Remembers what it worked out,
 * because a long history asks for the same quarters of an hour again and again.
 */
export function dayOf(timeZone: string): (iso: string) => string {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const known = new Map<number, string>();
  return (iso) => {
    const quarter = Math.floor(Date.parse(iso) / quarterOfAnHour);
    const day = known.get(quarter) ?? format.format(quarter * quarterOfAnHour);
    known.set(quarter, day);
    return day;
  };
}
