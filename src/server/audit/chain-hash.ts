import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { auditEntries } from "@/server/db/schema/audit-entries";

/** The hash before the first entry. */
export const genesis = Buffer.alloc(32);

/**
 * An entry as text, field by field in an order that never changes: what its digest speaks for. Read by this process and
 * not hashed in the database, whose functions are in the hands of whoever could rewrite its rows.
 */
export const entryFields = sql<(string | null)[]>`array[
  ${auditEntries.id}::text,
  to_char(${auditEntries.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  ${auditEntries.action}, ${auditEntries.actorId}::text, ${auditEntries.sessionId}::text, ${auditEntries.ip}::text,
  ${auditEntries.userAgent}, ${auditEntries.requestId}, ${auditEntries.targetType}, ${auditEntries.targetId},
  ${auditEntries.before}::text, ${auditEntries.after}::text, ${auditEntries.reason}, ${auditEntries.country}]`;

/** SHA-256 of an entry's fields. */
export function digestOf(fields: (string | null)[]): Buffer {
  return createHash("sha256").update(JSON.stringify(fields)).digest();
}

/** The chain's hash after one more digest. */
export function nextHash(previous: Uint8Array, digest: Uint8Array): Buffer {
  return createHash("sha256").update(previous).update(digest).digest();
}

/** What a seal or an anchor signs: that the chain has this hash at this position. */
export function sealedText(kind: "seal" | "anchor", position: number, hash: Uint8Array): string {
  return `offchat audit ${kind} ${position} ${Buffer.from(hash).toString("hex")}`;
}
