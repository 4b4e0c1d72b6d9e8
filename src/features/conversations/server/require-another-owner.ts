import { and, eq, ne } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { Queryable } from "@/server/db/client";
import { conversationMembers } from "@/server/db/schema/conversations";
import { users } from "@/server/db/schema/users";

/**
 * Throws LAST_OWNER unless somebody else who can sign in owns the group. The caller holds the
 * conversation's lock: of two owners who leave at once, the second finds no other.
 */
export async function requireAnotherOwner(
  db: Queryable,
  conversationId: string,
  userId: string,
): Promise<void> {
  const [other] = await db
    .select({ id: users.id })
    .from(conversationMembers)
    .innerJoin(users, eq(users.id, conversationMembers.userId))
    .where(
      and(
        eq(conversationMembers.conversationId, conversationId),
        eq(conversationMembers.role, "owner"),
        ne(conversationMembers.userId, userId),
        eq(users.status, "active"),
      ),
    )
    .limit(1);
  if (!other) throw new AppError("LAST_OWNER");
}
