import { isNull, sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { securityEvents } from "@/server/db/schema/security";

/** Counting ends here. */
const most = 1_000;

/** How many events nobody has acknowledged; no more than are counted. */
export async function countOpenEvents(): Promise<{ open: number; most: number }> {
  const { db } = database();
  const counted = db
    .select({ id: securityEvents.id })
    .from(securityEvents)
    .where(isNull(securityEvents.acknowledgedAt))
    .limit(most)
    .as("counted");
  const [row] = await db.select({ open: sql<number>`count(*)::int` }).from(counted);
  return { open: row?.open ?? 0, most };
}
