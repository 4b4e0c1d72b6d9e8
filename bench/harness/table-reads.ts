import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import type { Check, Measured } from "./benchmark";
import { summarise } from "./statistics";

/** Sessions of PostgreSQL report what they read at most this late. */
const reportedAfterMs = 2_500;

export type TableReads = {
  /** Ends the watch: what was read for each of so many requests, and whether all of it was found by an index. */
  finish: (requests: number, most: number) => Promise<{ measured: Measured[]; checks: Check[] }>;
};

/**
 * Watches over a large table while requests are answered, by PostgreSQL's own count of what it reads: no plan may
 * read the table from end to end, and none many more rows than it answers with.
 */
export async function watchReads(databaseUrl: string, table: string): Promise<TableReads> {
  const sql = postgres(databaseUrl, { max: 1 });
  const read = async () => {
    await delay(reportedAfterMs);
    const [row] = await sql<{ scans: number; rows: number }[]>`
      select seq_scan::float8 as scans, (seq_tup_read + idx_tup_fetch)::float8 as rows
      from pg_stat_user_tables where relname = ${table}`;
    return row ?? { scans: 0, rows: 0 };
  };
  const before = await read();
  return {
    async finish(requests, most) {
      const after = await read();
      await sql.end();
      const scans = after.scans - before.scans;
      const rows = (after.rows - before.rows) / requests;
      return {
        measured: [{ name: `rows of ${table} read for a request, mean`, unit: "", value: summarise([rows]) }],
        checks: [
          { what: `nothing read ${table} from end to end (${scans} times)`, holds: scans === 0 },
          {
            what: `a request read ${rows.toFixed(1)} rows of ${table}, at most ${most}`,
            holds: rows <= most,
          },
        ],
      };
    },
  };
}
