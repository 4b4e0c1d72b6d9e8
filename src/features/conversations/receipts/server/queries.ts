import { and, asc, desc, eq, gte, lt, ne, type SQL, sql } from "drizzle-orm";
import { userSummaryColumns } from "@/features/users/server/to-dto";
import { database } from "@/server/db/client";
import { conversationMembers } from "@/server/db/schema/conversations";
import { userPreferences } from "@/server/db/schema/user-preferences";
import { users } from "@/server/db/schema/users";

/** Without a row the default holds: shared. */
const shared = sql`coalesce(${userPreferences.readReceipts}, true)`;

/** Members of a conversation who share their read receipts, but for one. */
const sharingMembers = (conversationId: string, butFor: string) =>
  and(eq(conversationMembers.conversationId, conversationId), ne(conversationMembers.userId, butFor), shared);

/** The furthest read markers of a conversation. */
export const readMarkersQuery = (conversationId: string, viewerId: string, limit: number) =>
  database()
    .db.select({
      user: userSummaryColumns,
      seq: conversationMembers.lastReadSeq,
      joinedSeq: conversationMembers.joinedSeq,
    })
    .from(conversationMembers)
    .innerJoin(users, eq(users.id, conversationMembers.userId))
    .leftJoin(userPreferences, eq(userPreferences.userId, conversationMembers.userId))
    .where(sharingMembers(conversationId, viewerId))
    .orderBy(desc(conversationMembers.lastReadSeq), asc(conversationMembers.userId))
    .limit(limit);

type Message = { conversationId: string; seq: number; authorId: string };

const havingRead = ({ conversationId, seq, authorId }: Message) =>
  and(
    sharingMembers(conversationId, authorId),
    gte(conversationMembers.lastReadSeq, seq),
    lt(conversationMembers.joinedSeq, seq),
  );

/** Who has read a message, by name. */
export const readersQuery = (message: Message, after: SQL | undefined, limit: number) =>
  database()
    .db.select(userSummaryColumns)
    .from(conversationMembers)
    .innerJoin(users, eq(users.id, conversationMembers.userId))
    .leftJoin(userPreferences, eq(userPreferences.userId, conversationMembers.userId))
    .where(and(havingRead(message), after))
    .orderBy(asc(users.displayName), asc(users.id))
    .limit(limit);

/** How many have read a message. */
export const readerCountQuery = (message: Message) =>
  database()
    .db.select({ total: sql<number>`count(*)::int` })
    .from(conversationMembers)
    .leftJoin(userPreferences, eq(userPreferences.userId, conversationMembers.userId))
    .where(havingRead(message));
