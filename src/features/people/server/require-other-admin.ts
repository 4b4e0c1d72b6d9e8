import { and, eq, ne, sql } from "drizzle-orm";
import type { AdminUser } from "@/features/users/dto";
import { AppError } from "@/server/app-error";
import type { Queryable } from "@/server/db/client";
import { users } from "@/server/db/schema/users";

/**
 * Sees to it that somebody else can administer the instance when this person no longer does. Throws LAST_ADMIN.
 * Two who take each other's place at the same moment wait for one another.
 */
export async function requireOtherAdmin(db: Queryable, user: AdminUser): Promise<void> {
  if (user.role !== "admin" || user.status !== "active") return;
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('offchat.last-admin'))`);
  const [other] = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "admin"), eq(users.status, "active"), ne(users.id, user.id)))
    .limit(1);
  if (!other) throw new AppError("LAST_ADMIN");
}
