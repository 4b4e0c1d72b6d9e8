import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { threadMembers, threads } from "@/server/db/schema/threads";

/** Joins `threads` to one follower's part in them, where the follower is a member of the conversation. */
export const followedBy = (userId: string): SQL =>
  and(
    eq(threadMembers.rootId, threads.rootId),
    eq(threadMembers.userId, userId),
    sql`${threadMembers.following}`,
  ) as SQL;

export const memberIs = (userId: string): SQL =>
  and(
    eq(conversationMembers.conversationId, threads.conversationId),
    eq(conversationMembers.userId, userId),
  ) as SQL;

export const conversationStands: SQL = and(
  eq(conversations.id, threads.conversationId),
  isNull(conversations.deletedAt),
) as SQL;
