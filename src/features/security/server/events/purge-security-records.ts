import { sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { rateLimitRefusals, securityEvents } from "@/server/db/schema/security";

/** Deletes security events that are older than a year, and refusals older than 30 days. Returns how many. */
export async function purgeSecurityRecords(): Promise<{ events: number; refusals: number }> {
  const { db } = database();
  const events = await db.delete(securityEvents).where(sql`${securityEvents.at} < now() - interval '1 year'`);
  const refusals = await db
    .delete(rateLimitRefusals)
    .where(sql`${rateLimitRefusals.lastAt} < now() - interval '30 days'`);
  return { events: events.count, refusals: refusals.count };
}
