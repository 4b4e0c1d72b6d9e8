import { and, eq, inArray, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { Queryable } from "@/server/db/client";
import { users } from "@/server/db/schema/users";

/** Throws NOT_FOUND unless each of the (distinct) ids is an active person's. */
export async function requireActiveUsers(db: Queryable, userIds: string[]): Promise<void> {
  if (userIds.length === 0) return;
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(users)
    .where(and(inArray(users.id, userIds), eq(users.status, "active")));
  if (row?.count !== userIds.length) throw new AppError("NOT_FOUND");
}
