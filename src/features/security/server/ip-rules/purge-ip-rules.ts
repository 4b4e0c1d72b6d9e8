import { sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { ipRules } from "@/server/db/schema/security";

/** Deletes rules that expired more than 30 days ago: the audit log knows them. Returns how many. */
export async function purgeIpRules(): Promise<{ purged: number }> {
  const { count } = await database()
    .db.delete(ipRules)
    .where(sql`${ipRules.expiresAt} < now() - interval '30 days'`);
  return { purged: count };
}
