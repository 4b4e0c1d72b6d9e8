import { and, count, countDistinct, desc, gte, lt, type SQL, sql } from "drizzle-orm";
import { describeAction } from "@/server/audit/audit-actions";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import type { ActionCount, ActorCount, AuditTimeline, TargetCount, TimelineUnit } from "../dto";
import { nameThings } from "./name-things";

/** A stretch of time and what is counted in it. */
export type Counted = { from: Date; to: Date; where: SQL | undefined };

const within = ({ from, to, where }: Counted) =>
  and(where, gte(auditEntries.at, from), lt(auditEntries.at, to));

const entries = count(auditEntries.id);

export async function countTotals(counted: Counted): Promise<{ total: number; actors: number }> {
  const [row] = await database()
    .db.select({ total: entries, actors: countDistinct(auditEntries.actorId) })
    .from(auditEntries)
    .where(within(counted));
  return row ?? { total: 0, actors: 0 };
}

export async function countByAction(counted: Counted, limit: number): Promise<ActionCount[]> {
  const { action } = auditEntries;
  const rows = await database()
    .db.select({ action, count: entries })
    .from(auditEntries)
    .where(within(counted))
    .groupBy(action)
    .orderBy(desc(entries), action)
    .limit(limit);
  return rows.map((row) => ({ ...row, severity: describeAction(row.action).severity }));
}

export async function countByActor(counted: Counted, limit: number): Promise<ActorCount[]> {
  const { actorId } = auditEntries;
  const rows = await database()
    .db.select({ actorId, count: entries })
    .from(auditEntries)
    .where(within(counted))
    .groupBy(actorId)
    .orderBy(desc(entries), actorId)
    .limit(limit);
  const nameOf = await nameThings(rows.flatMap(({ actorId: id }) => (id ? [{ type: "user", id }] : [])));
  return rows.map(({ actorId: id, count }) => ({
    actor: id ? { id, name: nameOf("user", id) } : null,
    count,
  }));
}

export async function countByTarget(counted: Counted, limit: number): Promise<TargetCount[]> {
  const { targetType: type, targetId: id } = auditEntries;
  const rows = await database()
    .db.select({ type, id, count: entries })
    .from(auditEntries)
    .where(within(counted))
    .groupBy(type, id)
    .orderBy(desc(entries), type, id)
    .limit(limit);
  const nameOf = await nameThings(rows);
  return rows.map((row) => ({
    target: { type: row.type, id: row.id, name: nameOf(row.type, row.id) },
    count: row.count,
  }));
}

const dayMs = 86_400_000;

/** How many entries in each hour, day or month, whichever gives a readable number of them; the empty ones too. */
export async function countOverTime(counted: Counted): Promise<AuditTimeline> {
  const days = (counted.to.getTime() - counted.from.getTime()) / dayMs;
  const unit: TimelineUnit = days <= 2 ? "hour" : days <= 92 ? "day" : "month";
  const begins = sql<string>`date_trunc(${sql.raw(`'${unit}'`)}, ${auditEntries.at}, 'UTC')`;
  const counts = database()
    .db.select({ at: begins.as("at"), count: entries.as("count") })
    .from(auditEntries)
    .where(within(counted))
    .groupBy(sql`1`)
    .as("counts");
  const rows = await database().db.execute<{ at: string; count: string }>(sql`
    select to_char(units.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, coalesce(counts.count, 0) as count
    from generate_series(
      date_trunc(${unit}, ${counted.from.toISOString()}::timestamptz, 'UTC'),
      ${new Date(counted.to.getTime() - 1).toISOString()}::timestamptz,
      ${`1 ${unit}`}::interval, 'UTC') as units (at)
    left join ${counts} on counts.at = units.at
    order by units.at`);
  return { unit, buckets: rows.map((row) => ({ at: row.at, count: Number(row.count) })) };
}
