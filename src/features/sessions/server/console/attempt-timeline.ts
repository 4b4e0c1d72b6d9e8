import { sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import type { AttemptTimeline } from "../../dto";
import type { AttemptTimelineInput } from "../../input";

/** How each period is cut: into intervals of so many hours. */
const cuts = {
  day: { hours: 1, count: 24 },
  week: { hours: 6, count: 28 },
  month: { hours: 24, count: 30 },
} as const;

type Row = { from: string; succeeded: number; failed: number; locked_out: number };

/** How many attempts to sign in there were, by time and by what became of them. Intervals end with the present. */
export async function attemptTimeline({ period }: AttemptTimelineInput): Promise<AttemptTimeline> {
  const { hours, count } = cuts[period];
  const step = `${hours} hours`;
  const rows = await database().db.execute<Row>(sql`
    with counted as (
      select floor(extract(epoch from now() - at) / ${hours * 3600})::int as ago,
        count(*) filter (where outcome in ('signed_in', 'confirmed')) as succeeded,
        count(*) filter (where outcome = 'locked_out') as locked_out,
        count(*) filter (where outcome not in ('signed_in', 'confirmed', 'locked_out')) as failed
      from sign_in_attempts
      where at > now() - ${count} * ${step}::interval and at <= now()
      group by ago
    )
    select to_char((now() - (ago + 1) * ${step}::interval) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "from",
      coalesce(succeeded, 0)::int as succeeded, coalesce(failed, 0)::int as failed,
      coalesce(locked_out, 0)::int as locked_out
    from generate_series(0, ${count - 1}) as ago
    left join counted using (ago)
    order by ago desc`);
  return {
    hours,
    intervals: rows.map(({ from, succeeded, failed, locked_out: lockedOut }) => ({
      ...{ from, succeeded, failed, lockedOut },
    })),
  };
}
