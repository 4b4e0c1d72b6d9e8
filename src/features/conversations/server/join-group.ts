import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { conversations } from "@/server/db/schema/conversations";
import { transaction } from "@/server/db/transaction";
import type { ConversationSummary } from "../dto";
import { lockConversation } from "./access";
import { enterGroup } from "./enter-group";
import { requireSummary } from "./require-summary";

/**
 * Joins a public group; joining twice is harmless. Throws NOT_FOUND for private ones, as for unknown ones,
 * and CONVERSATION_ARCHIVED.
 */
export async function joinGroup(
  ctx: ActorContext,
  input: { conversationId: string },
): Promise<ConversationSummary> {
  const { conversationId } = input;
  await transaction(ctx, async (tx) => {
    await lockConversation(tx.db, conversationId);
    const [group] = await tx.db
      .select({
        id: conversations.id,
        lastSeq: conversations.lastSeq,
        archivedAt: conversations.archivedAt,
      })
      .from(conversations)
      .where(
        and(
          eq(conversations.id, conversationId),
          eq(conversations.visibility, "public"),
          isNull(conversations.deletedAt),
        ),
      );
    if (!group) throw new AppError("NOT_FOUND");
    await enterGroup(tx, ctx.actor, group, { byLink: false });
  });
  return requireSummary(ctx, conversationId);
}
