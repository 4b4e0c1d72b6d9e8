import { lt, sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { signInAttempts } from "@/server/db/schema/sessions";

/** Deletes attempts to sign in that are older than 90 days. Returns how many. */
export async function purgeSignInAttempts(): Promise<{ purged: number }> {
  const { count } = await database()
    .db.delete(signInAttempts)
    .where(lt(signInAttempts.at, sql`now() - interval '90 days'`));
  return { purged: count };
}
