import { and, eq, isNull, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { conversations } from "@/server/db/schema/conversations";
import { invitationLinks } from "@/server/db/schema/invitation-links";
import { transaction } from "@/server/db/transaction";
import type { ConversationSummary } from "../../dto";
import { lockConversation } from "../../server/access";
import { enterGroup } from "../../server/enter-group";
import { requireSummary } from "../../server/require-summary";
import { linkOf } from "./link-token";

/**
 * Joins the group that a link leads to. Somebody who is in it already uses nothing up. Throws
 * LINK_INVALID, also for the second of two who take the last place at the same moment, or
 * CONVERSATION_ARCHIVED.
 */
export async function joinByLink(
  ctx: ActorContext,
  { token }: { token: string },
): Promise<ConversationSummary> {
  const conversationId = await transaction(ctx, async (tx) => {
    const [link] = await tx.db
      .select({ conversationId: invitationLinks.conversationId })
      .from(invitationLinks)
      .where(linkOf(token));
    if (!link) throw new AppError("LINK_INVALID");
    await lockConversation(tx.db, link.conversationId);
    const [group] = await tx.db
      .select({
        id: conversations.id,
        lastSeq: conversations.lastSeq,
        archivedAt: conversations.archivedAt,
      })
      .from(conversations)
      .where(and(eq(conversations.id, link.conversationId), isNull(conversations.deletedAt)));
    if (!group) throw new AppError("LINK_INVALID");
    const entered = await enterGroup(tx, ctx.actor, group, { byLink: true });
    if (entered) {
      const used = await tx.db
        .update(invitationLinks)
        .set({ useCount: sql`${invitationLinks.useCount} + 1` })
        .where(linkOf(token))
        .returning({ id: invitationLinks.id });
      if (used.length === 0) throw new AppError("LINK_INVALID");
    }
    return group.id;
  });
  return requireSummary(ctx, conversationId);
}
