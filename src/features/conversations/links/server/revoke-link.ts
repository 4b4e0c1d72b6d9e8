import { and, eq, isNull, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { invitationLinks } from "@/server/db/schema/invitation-links";
import { transaction } from "@/server/db/transaction";
import { canInviteByLink } from "../../policy";
import { requireConversation } from "../../server/access";
import type { RevokeLinkInput } from "../input";

/** Ends a link: nobody joins by it any more. Throws NOT_FOUND, FORBIDDEN, or ALREADY_DONE. */
export async function revokeLink(
  ctx: ActorContext,
  { conversationId, linkId }: RevokeLinkInput,
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const group = await requireConversation(ctx, conversationId, tx.db);
    if (!canInviteByLink({ ...group, archivedAt: null })) throw new AppError("FORBIDDEN");
    const thisLink = and(eq(invitationLinks.id, linkId), eq(invitationLinks.conversationId, conversationId));
    const [link] = await tx.db
      .select({ revokedAt: invitationLinks.revokedAt })
      .from(invitationLinks)
      .where(thisLink);
    if (!link) throw new AppError("NOT_FOUND");
    const revoked = await tx.db
      .update(invitationLinks)
      .set({ revokedAt: sql`now()` })
      .where(and(thisLink, isNull(invitationLinks.revokedAt)))
      .returning({ id: invitationLinks.id });
    if (revoked.length === 0) throw new AppError("ALREADY_DONE");
    tx.audit({
      action: "conversation.link-revoked",
      target: { type: "conversation", id: conversationId },
      before: { linkId },
    });
  });
}
