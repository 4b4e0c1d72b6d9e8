import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { Queryable } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import type { AdminUser } from "../dto";
import { adminUserColumns, toAdminUser } from "./to-dto";

/** The account, locked until the transaction ends so that its status cannot change meanwhile. Throws NOT_FOUND. */
export async function requireUserForUpdate(db: Queryable, userId: string): Promise<AdminUser> {
  const user = await findUserForUpdate(db, userId);
  if (!user) throw new AppError("NOT_FOUND");
  return user;
}

/** The same, or null when there is no such account or it was deleted. */
export async function findUserForUpdate(db: Queryable, userId: string): Promise<AdminUser | null> {
  const [row] = await db
    .select(adminUserColumns)
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.erasedAt)))
    // What refers to the person, such as a message being sent, need not wait.
    .for("no key update");
  return row ? toAdminUser(row) : null;
}
