import { eq } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { Queryable } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import type { AdminUser } from "../dto";
import { adminUserColumns, toAdminUser } from "./to-dto";

/** The account, locked until the transaction ends so that its status cannot change meanwhile. Throws NOT_FOUND. */
export async function requireUserForUpdate(db: Queryable, userId: string): Promise<AdminUser> {
  const [row] = await db.select(adminUserColumns).from(users).where(eq(users.id, userId)).for("update");
  if (!row) throw new AppError("NOT_FOUND");
  return toAdminUser(row);
}
