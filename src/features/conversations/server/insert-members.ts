import { asc, inArray } from "drizzle-orm";
import type { UserSummary } from "@/features/users/dto";
import { userSummaryColumns } from "@/features/users/server/to-dto";
import { conversationMembers } from "@/server/db/schema/conversations";
import { users } from "@/server/db/schema/users";
import type { Transaction } from "@/server/db/transaction";
import { toConversation, toUsers } from "./events";

/**
 * Makes people ordinary members of a group whose lock the caller holds, and tells them and the others.
 * What was written before counts as read. Returns those who were none yet, by name.
 */
export async function insertMembers(
  tx: Transaction,
  group: { id: string; lastSeq: number },
  userIds: string[],
): Promise<UserSummary[]> {
  const { id: conversationId, lastSeq } = group;
  const rows = await tx.db
    .insert(conversationMembers)
    .values(userIds.map((userId) => ({ conversationId, userId, lastReadSeq: lastSeq, joinedSeq: lastSeq })))
    .onConflictDoNothing()
    .returning({ userId: conversationMembers.userId });
  if (rows.length === 0) return [];
  const added = rows.map((row) => row.userId);
  tx.emit(
    ...toUsers(added, "conversation.added", { conversationId }),
    toConversation(conversationId, "members.changed", { conversationId }),
  );
  return tx.db
    .select(userSummaryColumns)
    .from(users)
    .where(inArray(users.id, added))
    .orderBy(asc(users.displayName), asc(users.id));
}
