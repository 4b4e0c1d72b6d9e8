import { lt, sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { accountLinks } from "@/server/db/schema/users";

/** Deletes one-time links that expired more than 30 days ago. Returns how many. */
export async function purgeAccountLinks(): Promise<{ purged: number }> {
  const rows = await database()
    .db.delete(accountLinks)
    .where(lt(accountLinks.expiresAt, sql`now() - interval '30 days'`))
    .returning({ createdAt: accountLinks.createdAt });
  return { purged: rows.length };
}
