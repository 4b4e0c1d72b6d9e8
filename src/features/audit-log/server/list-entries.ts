import { and, desc, sql } from "drizzle-orm";
import { describeAction } from "@/server/audit/audit-actions";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import type { AuditEntry, AuditPage } from "../dto";
import type { ListAuditInput } from "../input";
import { auditWhere } from "./audit-where";
import { nameThings } from "./name-things";

/** Audit entries, newest first, one keyset page at a time. */
export async function listEntries(input: ListAuditInput): Promise<AuditPage> {
  const rows = await listEntriesQuery(input);
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    entries: await toEntries(page),
    nextCursor: rows.length > input.limit && last ? { at: last.at.toISOString(), id: last.id } : null,
  };
}

/** The statement of `listEntries`: one row more than the page holds, if there are more. */
export function listEntriesQuery({ filter, cursor, limit }: ListAuditInput) {
  return database()
    .db.select(entryColumns)
    .from(auditEntries)
    .where(and(auditWhere(filter), beyond(cursor)))
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(limit + 1);
}

/** What is older than the place that a cursor names. */
export const beyond = (cursor: ListAuditInput["cursor"]) =>
  cursor
    ? sql`(${auditEntries.at}, ${auditEntries.id}) < (${cursor.at}::timestamptz, ${cursor.id})`
    : undefined;

export const entryColumns = {
  id: auditEntries.id,
  at: auditEntries.at,
  action: auditEntries.action,
  actorId: auditEntries.actorId,
  targetType: auditEntries.targetType,
  targetId: auditEntries.targetId,
  ip: auditEntries.ip,
  country: auditEntries.country,
  reason: auditEntries.reason,
};
type Row = Pick<typeof auditEntries.$inferSelect, keyof typeof entryColumns>;

/** Entries as they leave the server, with the names of what they speak of, all in two queries. */
export async function toEntries(rows: Row[]): Promise<AuditEntry[]> {
  const nameOf = await nameThings([
    ...rows.flatMap(({ actorId }) => (actorId ? [{ type: "user", id: actorId }] : [])),
    ...rows.map(({ targetType, targetId }) => ({ type: targetType, id: targetId })),
  ]);
  return rows.map((row) => ({
    ...describeAction(row.action),
    id: row.id,
    at: row.at.toISOString(),
    action: row.action,
    actor: row.actorId ? { id: row.actorId, name: nameOf("user", row.actorId) } : null,
    target: { type: row.targetType, id: row.targetId, name: nameOf(row.targetType, row.targetId) },
    ip: row.ip,
    country: row.country,
    reason: row.reason,
  }));
}
