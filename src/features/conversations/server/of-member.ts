import { and, eq, type SQLWrapper } from "drizzle-orm";
import { conversationMembers } from "@/server/db/schema/conversations";

/** The condition for one person's membership of a conversation (its id, or the column in a join). */
export const ofMember = (conversationId: string | SQLWrapper, userId: string) =>
  and(eq(conversationMembers.conversationId, conversationId), eq(conversationMembers.userId, userId));
