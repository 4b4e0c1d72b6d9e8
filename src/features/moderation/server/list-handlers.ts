import { and, asc, eq, inArray } from "drizzle-orm";
import type { UserSummary } from "@/features/users/dto";
import { userSummaryColumns } from "@/features/users/server/to-dto";
import { rolesThatMay } from "@/lib/permissions";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";

const limit = 200;

/** Everybody to whom a report can be given, by name. */
export function listHandlers(): Promise<UserSummary[]> {
  return database()
    .db.select(userSummaryColumns)
    .from(users)
    .where(and(eq(users.status, "active"), inArray(users.role, rolesThatMay("reports.handle"))))
    .orderBy(asc(users.displayName), asc(users.id))
    .limit(limit);
}
