import { lt, sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { sessions } from "@/server/db/schema/sessions";

/** Deletes sessions that expired more than 30 days ago. Returns how many. */
export async function purgeSessions(): Promise<{ purged: number }> {
  const rows = await database()
    .db.delete(sessions)
    .where(lt(sessions.expiresAt, sql`now() - interval '30 days'`))
    .returning({ id: sessions.id });
  return { purged: rows.length };
}
