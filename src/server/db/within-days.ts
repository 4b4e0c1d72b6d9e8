import { and, gte, lt, type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** Whether a moment is on one of these days of UTC: the first and the last one count; absent, there is no end. */
export const withinDays = (
  column: SQLWrapper,
  { from, to }: { from?: string; to?: string },
): SQL | undefined =>
  and(
    from ? gte(column, sql`${from}::date at time zone 'UTC'`) : undefined,
    to ? lt(column, sql`(${to}::date + 1) at time zone 'UTC'`) : undefined,
  );
