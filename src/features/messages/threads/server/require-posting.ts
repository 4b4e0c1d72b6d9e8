import { and, eq, sql } from "drizzle-orm";
import { canPost, isSlowed } from "@/features/conversations/policy";
import type { VisibleConversation } from "@/features/conversations/server/access";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import type { Queryable } from "@/server/db/client";
import { conversationMembers } from "@/server/db/schema/conversations";

/**
 * The rules of writing in a conversation, for what is not sent in one statement, and the note that the actor
 * wrote now. The conversation's row is locked. Throws CONVERSATION_ARCHIVED, ANNOUNCEMENT_ONLY or SLOW_MODE.
 */
export async function requirePosting(
  ctx: ActorContext,
  db: Queryable,
  conversation: VisibleConversation,
): Promise<void> {
  if (conversation.archivedAt) throw new AppError("CONVERSATION_ARCHIVED");
  if (!canPost(conversation)) throw new AppError("ANNOUNCEMENT_ONLY");
  const { id, slowModeSeconds } = conversation;
  const own = and(eq(conversationMembers.conversationId, id), eq(conversationMembers.userId, ctx.actor.id));
  if (isSlowed(conversation)) {
    const sinceLast = sql`extract(epoch from clock_timestamp() - ${conversationMembers.lastSentAt})`;
    const [row] = await db
      .select({ seconds: sql<number | null>`ceil(${slowModeSeconds}::int - ${sinceLast})::int` })
      .from(conversationMembers)
      .where(own);
    if (row?.seconds && row.seconds > 0) throw new AppError("SLOW_MODE", { seconds: row.seconds });
  }
  await db.update(conversationMembers).set({ lastSentAt: sql`clock_timestamp()` }).where(own);
}
