import { and, desc, eq } from "drizzle-orm";
import { describeAction } from "@/server/audit/audit-actions";
import { database } from "@/server/db/client";
import { auditLinks } from "@/server/db/schema/audit-chain";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { users } from "@/server/db/schema/users";
import { csvLines } from "@/server/http/csv-lines";
import type { AuditFilter } from "../input";
import { auditWhere } from "./audit-where";
import { beyond } from "./list-entries";

/** Entries that one reading from the database brings. */
const batchSize = 1_000;

/** The lines of an export, batch by batch: what the list shows under the same filter, in its order. */
export async function* exportLines(
  filter: AuditFilter,
  format: "ndjson" | "csv",
): AsyncGenerator<{ text: string; entries: number }> {
  if (format === "csv") yield { text: csvLines([Object.keys(exported)]), entries: 0 };
  let cursor: { at: string; id: number } | null = null;
  do {
    const rows: Row[] = await readBatch(filter, cursor);
    const lines = rows.map((row) => toLine(row, format));
    if (lines.length > 0) yield { text: lines.join(""), entries: lines.length };
    const last = rows.at(-1);
    cursor = rows.length === batchSize && last ? { at: last.at.toISOString(), id: last.id } : null;
  } while (cursor);
}

const e = auditEntries;
const columns = {
  id: e.id,
  at: e.at,
  action: e.action,
  actorId: e.actorId,
  actorUsername: users.username,
  targetType: e.targetType,
  targetId: e.targetId,
  reason: e.reason,
  before: e.before,
  after: e.after,
  ip: e.ip,
  country: e.country,
  sessionId: e.sessionId,
  userAgent: e.userAgent,
  requestId: e.requestId,
  position: auditLinks.position,
  hash: auditLinks.hash,
};

function readBatch(filter: AuditFilter, cursor: { at: string; id: number } | null) {
  return database()
    .db.select(columns)
    .from(e)
    .leftJoin(users, eq(users.id, e.actorId))
    .leftJoin(auditLinks, eq(auditLinks.entryId, e.id))
    .where(and(auditWhere(filter), beyond(cursor)))
    .orderBy(desc(e.at), desc(e.id))
    .limit(batchSize);
}
type Row = Awaited<ReturnType<typeof readBatch>>[number];

/** What a line holds, in this order. */
const exported = {
  id: (row: Row) => row.id,
  at: (row: Row) => row.at.toISOString(),
  action: (row: Row) => row.action,
  severity: (row: Row) => describeAction(row.action).severity,
  actorId: (row: Row) => row.actorId,
  actorUsername: (row: Row) => row.actorUsername,
  targetType: (row: Row) => row.targetType,
  targetId: (row: Row) => row.targetId,
  reason: (row: Row) => row.reason,
  before: (row: Row) => row.before,
  after: (row: Row) => row.after,
  ip: (row: Row) => row.ip,
  country: (row: Row) => row.country,
  sessionId: (row: Row) => row.sessionId,
  userAgent: (row: Row) => row.userAgent,
  requestId: (row: Row) => row.requestId,
  position: (row: Row) => row.position,
  hash: (row: Row) => row.hash && Buffer.from(row.hash).toString("hex"),
};

function toLine(row: Row, format: "ndjson" | "csv"): string {
  const values = Object.entries(exported).map(([name, read]) => [name, read(row)] as const);
  if (format === "ndjson") return `${JSON.stringify(Object.fromEntries(values))}\n`;
  return csvLines([values.map(([, value]) => value)]);
}
