import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { database } from "@/server/db/client";

/** Runs a statement that is planned anew each time, for the words at hand: a plan for any words would do for none. */
export async function rowsOf<Row extends object>(query: SQL): Promise<Row[]> {
  const { sql: text, params } = new PgDialect().sqlToQuery(query);
  return [...(await database().sql.unsafe<Row[]>(text, params as never[], { prepare: false }))];
}
