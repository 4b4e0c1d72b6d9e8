import { and, eq, ne, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { Queryable } from "@/server/db/client";
import { users } from "@/server/db/schema/users";

/**
 * Throws LAST_ADMIN unless somebody else can administer the instance. Of two administrators who would leave
 * it to each other at once, the second finds nobody.
 */
export async function requireAnotherAdmin(db: Queryable, userId: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('offchat.last-admin'))`);
  const [other] = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "admin"), eq(users.status, "active"), ne(users.id, userId)))
    .limit(1);
  if (!other) throw new AppError("LAST_ADMIN");
}
