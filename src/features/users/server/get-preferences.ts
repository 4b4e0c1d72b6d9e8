import { and, eq, inArray } from "drizzle-orm";
import { database, type Queryable } from "@/server/db/client";
import { userPreferences } from "@/server/db/schema/user-preferences";
import type { UserPreferences } from "../dto";

/** What a person chose for themselves, or the defaults. */
export async function getPreferences(
  userId: string,
  db: Queryable = database().db,
): Promise<UserPreferences> {
  const [row] = await db
    .select({ readReceipts: userPreferences.readReceipts })
    .from(userPreferences)
    .where(eq(userPreferences.userId, userId));
  return row ?? { readReceipts: true };
}

/** Those of the people who do not share read receipts. */
export async function listWithoutReceipts(userIds: string[]): Promise<Set<string>> {
  const rows = await database()
    .db.select({ userId: userPreferences.userId })
    .from(userPreferences)
    .where(and(inArray(userPreferences.userId, userIds), eq(userPreferences.readReceipts, false)));
  return new Set(rows.map((row) => row.userId));
}
