import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/server/env";
import { processSingleton } from "@/server/process-singleton";
import * as schema from "./schema/schema";

/**
 * The process's only pool, in its two forms: `db` is Drizzle's, `sql` the driver's own for hot
 * statements (prepared once a connection). Drizzle turns off the driver's conversions: through `sql`
 * timestamps are text and JSON parameters are passed as text.
 */
export function database() {
  return processSingleton("database", () => openDatabase(env().DATABASE_URL, env().DATABASE_POOL_SIZE));
}

export type Database = ReturnType<typeof openDatabase>;

/**
 * Seconds until a lost connection is made anew. The driver waits up to twenty, and lets queries wait with it although
 * other connections are long back.
 */
const reconnectDelay = () => 0.1 + Math.random() * 0.2;

/** Opens a pool of at most `poolSize` connections; they are made when first needed. */
function openDatabase(url: string, poolSize: number) {
  const sql = postgres(url, {
    max: poolSize,
    idle_timeout: 60,
    connect_timeout: 10,
    backoff: reconnectDelay,
    onnotice: () => {},
  });
  return { sql, db: drizzle(sql, { schema }), close: () => sql.end({ timeout: 5 }) };
}

/** Anything that runs Drizzle's queries: the pool or an open transaction. */
export type Queryable = Pick<
  Database["db"],
  "select" | "selectDistinct" | "insert" | "update" | "delete" | "execute" | "$with" | "with"
>;
