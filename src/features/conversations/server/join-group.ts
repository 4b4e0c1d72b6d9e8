import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { transaction } from "@/server/db/transaction";
import type { ConversationSummary } from "../dto";
import { toConversation, toUsers } from "./events";
import { requireSummary } from "./require-summary";

/** Joins a public group; joining twice is harmless. Throws NOT_FOUND for private ones, as for unknown ones. */
export async function joinGroup(
  ctx: ActorContext,
  input: { conversationId: string },
): Promise<ConversationSummary> {
  const { conversationId } = input;
  await transaction(ctx, async (tx) => {
    const [group] = await tx.db
      .select({ lastSeq: conversations.lastSeq })
      .from(conversations)
      .where(
        and(
          eq(conversations.id, conversationId),
          eq(conversations.visibility, "public"),
          isNull(conversations.deletedAt),
        ),
      );
    if (!group) throw new AppError("NOT_FOUND");
    const joined = await tx.db
      .insert(conversationMembers)
      .values({ conversationId, userId: ctx.actor.id, lastReadSeq: group.lastSeq })
      .onConflictDoNothing()
      .returning({ userId: conversationMembers.userId });
    if (joined.length === 0) return;
    tx.audit({ action: "conversation.joined", target: { type: "conversation", id: conversationId } });
    tx.emit(
      ...toUsers([ctx.actor.id], "conversation.added", { conversationId }),
      toConversation(conversationId, "members.changed", { conversationId }),
    );
  });
  return requireSummary(ctx, conversationId);
}
