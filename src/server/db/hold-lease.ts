import { sql } from "drizzle-orm";
import { database } from "./client";
import { leases } from "./schema/leases";

/**
 * Takes or renews a lease: of several processes that ask again and again, one has it, until it has not
 * asked for `seconds`. Returns whether this `holder` has it now.
 */
export async function holdLease(name: string, holder: string, seconds: number): Promise<boolean> {
  const expiresAt = sql`now() + ${seconds} * interval '1 second'`;
  const held = await database()
    .db.insert(leases)
    .values({ name, holder, expiresAt })
    .onConflictDoUpdate({
      target: leases.name,
      set: { holder, expiresAt },
      setWhere: sql`${leases.holder} = ${holder} or ${leases.expiresAt} < now()`,
    })
    .returning({ name: leases.name });
  return held.length > 0;
}
