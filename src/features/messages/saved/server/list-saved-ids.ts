import { and, desc, eq } from "drizzle-orm";
import { requireConversation } from "@/features/conversations/server/access";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { messages, savedMessages } from "@/server/db/schema/messages";

/** Messages of one conversation that are marked as saved. */
const markedLimit = 1_000;

/** Which messages of a conversation the actor saved, the latest thousand of them. Throws NOT_FOUND. */
export async function listSavedIds(
  ctx: ActorContext,
  { conversationId }: { conversationId: string },
): Promise<string[]> {
  await requireConversation(ctx, conversationId);
  const rows = await database()
    .db.select({ id: savedMessages.messageId })
    .from(savedMessages)
    .innerJoin(messages, eq(messages.id, savedMessages.messageId))
    .where(and(eq(savedMessages.userId, ctx.actor.id), eq(messages.conversationId, conversationId)))
    .orderBy(desc(savedMessages.savedAt))
    .limit(markedLimit);
  return rows.map((row) => row.id);
}
