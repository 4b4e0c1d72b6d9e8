import { randomUUID } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { dropDatabase } from "./drop-database";

/**
 * Copies a migrated template into a database of its own: tests that write to it disturb nobody.
 * @param serverUrl any database of the server, as a role that may create databases
 */
export async function cloneDatabase(
  serverUrl: string,
  template: string,
): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await administer(serverUrl, (sql) =>
    sql.unsafe(`create database ${name} template ${template} strategy file_copy`),
  );
  const url = new URL(serverUrl);
  url.pathname = name;
  return { url: url.href, drop: () => administer(serverUrl, (sql) => dropDatabase(sql, name)) };
}

async function administer(serverUrl: string, act: (sql: Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} });
  try {
    await act(sql);
  } finally {
    await sql.end();
  }
}
