import type { ReservedSql } from "postgres";
import { ExplainedError } from "@/lib/explained-error";
import { database } from "@/server/db/client";

export type ImportSql = ReservedSql<Record<never, never>>;

/** Any number that no other advisory lock takes. */
const lock = 4_021_978;

/**
 * One connection for a whole import. What must be remembered from batch to batch (which message an `id` of the
 * file became) stands in a temporary table of it, not in memory. Throws an ExplainedError while another import
 * runs on this database.
 */
export async function openImportSession(): Promise<{ sql: ImportSql; close(): Promise<void> }> {
  const sql = await database().sql.reserve();
  try {
    const [row] = await sql<{ locked: boolean }[]>`select pg_try_advisory_lock(${lock}) as locked`;
    if (!row?.locked) {
      throw new ExplainedError("Another import into this database is running: wait until it has ended.");
    }
    await sql`
      create temporary table import_lines (
        line int, message_id uuid, line_id text, conversation_key text, person_key text,
        sent_at timestamptz, body text, reply_to text
      ) on commit delete rows`;
    await sql`
      create temporary table import_ids (line_id text primary key, message_id uuid, conversation_key text, line int)`;
  } catch (error) {
    sql.release();
    throw error;
  }
  return {
    sql,
    async close() {
      // Where the connection was lost, its tables and its lock went with it.
      await sql`drop table if exists import_lines, import_ids`.catch(() => {});
      await sql`select pg_advisory_unlock(${lock})`.catch(() => {});
      sql.release();
    },
  };
}

/** Brings the planner's statistics of everything that an import reads up to date. */
export async function analyzeImport(sql: ImportSql): Promise<void> {
  await sql`analyze import_ids, users, conversations, conversation_members, messages`;
}
