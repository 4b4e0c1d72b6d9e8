import { readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { ExplainedError } from "@/lib/explained-error";

/** Any number that nothing else takes: two processes that start together migrate one after the other. */
const ADVISORY_LOCK = 4_021_977;

/**
 * Brings a database up to the migrations in a folder (`drizzle/`). Explains itself when the database cannot be
 * reached, or was already written by a newer release. Returns how many migrations were applied.
 */
export async function migrateDatabase(url: string, folder: string): Promise<number> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    const [server] = await sql`select current_setting('server_version_num')::int as version`;
    requireSupportedServer(server?.version);
    await sql`select pg_advisory_lock(${ADVISORY_LOCK})`;
    const known = readJournal(folder);
    const applied = await readApplied(sql);
    requireNothingUnknown(known, applied);
    const pending = known.filter((when) => !applied.includes(when)).length;
    if (pending > 0) await applyPending(sql, folder);
    return pending;
  } catch (error) {
    throw explain(error, url);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

type Sql = ReturnType<typeof postgres>;

/** The tables use functions that PostgreSQL has had since 18, such as `uuidv7()`. */
const oldestServer = 18;

/**
 * Refuses a server that is too old.
 * @param version PostgreSQL's `server_version_num`, e.g. 180004
 */
export function requireSupportedServer(version: number): void {
  const major = Math.floor(version / 10_000);
  if (major >= oldestServer) return;
  throw new ExplainedError(
    `DATABASE_URL names a PostgreSQL ${major}, and OffChat needs ${oldestServer} or newer: ` +
      "upgrade that server, or unset DATABASE_URL to use the embedded one.",
  );
}

/** Drizzle's own record of migrations, by the time at which each was made. */
function readJournal(folder: string): number[] {
  const journal: { entries: { when: number }[] } = JSON.parse(
    readFileSync(join(folder, "meta", "_journal.json"), "utf8"),
  );
  return journal.entries.map(({ when }) => when);
}

async function readApplied(sql: Sql): Promise<number[]> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`;
  if (!table?.exists) return [];
  const rows = await sql`select created_at from drizzle.__drizzle_migrations`;
  return rows.map(({ created_at }) => Number(created_at));
}

function requireNothingUnknown(known: number[], applied: number[]): void {
  const unknown = applied.filter((when) => !known.includes(when));
  if (unknown.length === 0) return;
  const newest = new Date(Math.max(...unknown)).toISOString().slice(0, 10);
  throw new ExplainedError(
    `The database was written by a newer release of OffChat (it holds a change of ${newest} that this one does not know): ` +
      "start that release or a later one, or restore a backup made before it.",
  );
}

/** Loaded only when there is something to do: a start without changes is quicker. */
async function applyPending(sql: Sql, folder: string): Promise<void> {
  const [{ drizzle }, { migrate }] = await Promise.all([
    import("drizzle-orm/postgres-js"),
    import("drizzle-orm/postgres-js/migrator"),
  ]);
  await migrate(drizzle(sql), { migrationsFolder: folder });
}

function explain(error: unknown, url: string): unknown {
  const { hostname, port, pathname, username } = new URL(url);
  const cause = error instanceof Error && error.cause ? error.cause : error;
  const code = (cause as { code?: string }).code ?? "";
  const server = `${hostname}:${port || 5432}`;
  switch (code) {
    case "ECONNREFUSED":
    case "ECONNRESET":
    case "EHOSTUNREACH":
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "ETIMEDOUT":
    case "CONNECT_TIMEOUT":
    case "57P03":
      return new ExplainedError(
        `The database server ${server} does not answer (${code}): start it, or correct DATABASE_URL.`,
      );
    case "28P01":
    case "28000":
      return new ExplainedError(
        `The database server ${server} does not let "${username}" in: correct the name or the password in DATABASE_URL.`,
      );
    case "3D000":
      return new ExplainedError(
        `There is no database "${pathname.slice(1)}" on ${server}: create it, or correct DATABASE_URL.`,
      );
    case "42501":
      return new ExplainedError(
        `The database role "${username}" lacks a right that setting up the tables needs ` +
          `(${(cause as Error).message}): make it the owner of the database.`,
      );
    default:
      return error;
  }
}
