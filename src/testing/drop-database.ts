import type { Sql } from "postgres";

/**
 * Drops a database that connections may still be open to.
 * `with (force)` alone is refused while autovacuum works there: its worker counts as a superuser's process.
 * Without it the server sends autovacuum away by itself, so only the role's own connections are ended first.
 * @param sql a connection to another database of the server, as the owner of `name`
 */
export async function dropDatabase(sql: Sql, name: string): Promise<void> {
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = ${name} and usename = current_user`;
  await sql.unsafe(`drop database ${name}`);
}
