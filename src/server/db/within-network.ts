import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/**
 * Whether an address column lies in a network, as a range: what an ordinary index on the column answers.
 * An address without a length is a network of one.
 */
export function withinNetwork(column: SQLWrapper, network: string): SQL {
  return sql`(${column} >= network(${network}::inet) and ${column} <= host(broadcast(${network}::inet))::inet)`;
}
