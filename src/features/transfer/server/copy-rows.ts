import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as delay } from "node:timers/promises";
import type { TransactionSql } from "postgres";

/** Rows are handed to PostgreSQL in pieces of about this many characters. */
const pieceLength = 64 * 1024;

/**
 * Streams rows into a table by `COPY … FROM STDIN` (text format). Throws where the server refuses a row; the
 * transaction is broken then.
 * @param columns names of columns, in the order of each row's values; null is SQL's
 * @param onRows called with how many rows have been handed over
 */
export async function copyRows(
  sql: TransactionSql,
  table: string,
  columns: string[],
  rows: Iterable<unknown[]>,
  options: { signal: AbortSignal; onRows?: (count: number) => void },
): Promise<void> {
  const target = await sql`copy ${sql(table)} (${sql(columns)}) from stdin`.writable();
  const written = pipeline(Readable.from(pieces(rows, options.onRows)), target, { signal: options.signal });
  await Promise.race([written, answered(sql, target, written)]);
}

/**
 * The driver tells of a refusal only as long as rows are being written, and never of one that comes after the last: a
 * statement behind it in the same transaction does, because that is broken then.
 */
async function answered(sql: TransactionSql, target: Writable, written: Promise<void>): Promise<void> {
  while (!(target.writableEnded && target.writableLength === 0)) {
    if (target.destroyed) return written;
    await delay(10);
  }
  if (!target.writableFinished && !target.destroyed) await sql`select 1`;
  return target.destroyed && target.errored ? written : undefined;
}

function* pieces(rows: Iterable<unknown[]>, onRows: (count: number) => void = () => {}): Generator<string> {
  let piece = "";
  let count = 0;
  for (const row of rows) {
    piece += `${row.map(toField).join("\t")}\n`;
    count++;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
    onRows(count);
  }
  if (piece) yield piece;
  onRows(count);
}

function toField(value: unknown): string {
  if (value === null) return "\\N";
  return String(value).replace(/[\\\t\n\r]/g, (character) => escapes[character] as string);
}

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
