import { and, eq, inArray } from "drizzle-orm";
import { database, type Queryable } from "@/server/db/client";
import { userPreferences } from "@/server/db/schema/user-preferences";
import { users } from "@/server/db/schema/users";
import type { UserPreferences } from "../dto";

const initial = {
  ...{ readReceipts: true, showPresence: true },
  ...({ theme: "system", density: "comfortable", timeFormat: "language" } as const),
};

/** What a person chose for themselves, or the defaults. */
export async function getPreferences(
  userId: string,
  db: Queryable = database().db,
): Promise<UserPreferences> {
  const { readReceipts, showPresence, theme, density, timeFormat } = userPreferences;
  const [row] = await db
    .select({ chosen: { readReceipts, showPresence, theme, density, timeFormat }, locale: users.locale })
    .from(users)
    .leftJoin(userPreferences, eq(userPreferences.userId, users.id))
    .where(eq(users.id, userId));
  return { ...(row?.chosen ?? initial), locale: row?.locale ?? null };
}

/** Those of the people who do not share read receipts. */
export const listWithoutReceipts = (userIds: string[]) => listHaving(userIds, "readReceipts");

/** Those of the people who do not share whether they are here. */
export const listWithoutPresence = (userIds: string[], db?: Queryable) =>
  listHaving(userIds, "showPresence", db);

async function listHaving(
  userIds: string[],
  off: "readReceipts" | "showPresence",
  db: Queryable = database().db,
): Promise<Set<string>> {
  if (userIds.length === 0) return new Set();
  const rows = await db
    .select({ userId: userPreferences.userId })
    .from(userPreferences)
    .where(and(inArray(userPreferences.userId, userIds), eq(userPreferences[off], false)));
  return new Set(rows.map((row) => row.userId));
}
