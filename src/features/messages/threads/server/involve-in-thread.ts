import { and, eq, inArray, sql } from "drizzle-orm";
import { conversationMembers } from "@/server/db/schema/conversations";
import { threadMembers } from "@/server/db/schema/threads";
import type { Transaction } from "@/server/db/transaction";
import type { Message } from "../../dto";
import { toOwnDevices } from "../../server/events";

/**
 * Who has to do with a new reply follows the thread: its author (who has read up to it), the author of the
 * first message, and those whom the reply addresses by name. Who has unfollowed stays away until they reply.
 */
export async function involveInThread(
  tx: Transaction,
  root: Message,
  reply: { authorId: string; seq: number; addressed: string[] },
): Promise<void> {
  const { authorId, seq, addressed } = reply;
  const { id: rootId, conversationId } = root;
  await tx.db
    .insert(threadMembers)
    .values({ rootId, userId: authorId, following: true, lastReadSeq: seq, firstReplySeq: seq })
    .onConflictDoUpdate({
      target: [threadMembers.rootId, threadMembers.userId],
      set: {
        following: true,
        lastReadSeq: seq,
        firstReplySeq: sql`coalesce(${threadMembers.firstReplySeq}, ${seq})`,
      },
    });
  const involved = [...new Set([root.author.id, ...addressed])].filter((id) => id !== authorId);
  const members = await listMembersAmong(tx, conversationId, involved);
  const added =
    members.length === 0
      ? []
      : await tx.db
          .insert(threadMembers)
          .values(members.map((userId) => ({ rootId, userId, following: true, lastReadSeq: seq - 1 })))
          .onConflictDoNothing()
          .returning({ userId: threadMembers.userId });
  const following = [authorId, ...added.map((row) => row.userId)];
  tx.emit(
    ...following.map((userId) => toOwnDevices(userId, "thread.followed", { conversationId, rootId })),
    toOwnDevices(authorId, "thread-marker.moved", { conversationId, rootId, seq }),
  );
}

async function listMembersAmong(tx: Transaction, conversationId: string, userIds: string[]) {
  if (userIds.length === 0) return [];
  const rows = await tx.db
    .select({ userId: conversationMembers.userId })
    .from(conversationMembers)
    .where(
      and(
        eq(conversationMembers.conversationId, conversationId),
        inArray(conversationMembers.userId, userIds),
      ),
    );
  return rows.map((row) => row.userId);
}
