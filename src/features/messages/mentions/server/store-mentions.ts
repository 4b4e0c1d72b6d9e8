import { and, eq, notInArray, sql } from "drizzle-orm";
import type { Queryable } from "@/server/db/client";
import { conversationMembers } from "@/server/db/schema/conversations";
import { messageMentions } from "@/server/db/schema/messages";
import { users } from "@/server/db/schema/users";

/**
 * Makes the members with these user names the ones whom a message addresses. Names of nobody in the
 * conversation address nobody. Returns the ids of those who were not addressed by it before.
 */
export async function storeMentions(
  db: Queryable,
  message: { id: string; conversationId: string },
  usernames: string[],
): Promise<string[]> {
  const addressed = usernames.length === 0 ? [] : await listMembersNamed(db, message, usernames);
  await db
    .delete(messageMentions)
    .where(and(eq(messageMentions.messageId, message.id), notInArray(messageMentions.userId, addressed)));
  if (addressed.length === 0) return [];
  const added = await db
    .insert(messageMentions)
    .values(addressed.map((userId) => ({ messageId: message.id, userId })))
    .onConflictDoNothing()
    .returning({ userId: messageMentions.userId });
  return added.map((row) => row.userId);
}

async function listMembersNamed(db: Queryable, message: { conversationId: string }, usernames: string[]) {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .innerJoin(
      conversationMembers,
      and(
        eq(conversationMembers.userId, users.id),
        eq(conversationMembers.conversationId, message.conversationId),
      ),
    )
    .where(sql`${users.username} = any(${sql.param(usernames)}::text[]::citext[])`);
  return rows.map((row) => row.id);
}
