import { sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { invitationLinks } from "@/server/db/schema/invitation-links";
import { transaction } from "@/server/db/transaction";
import { env } from "@/server/env";
import { canInviteByLink } from "../../policy";
import { requireConversation } from "../../server/access";
import type { CreateLinkInput } from "../input";
import { hashLinkToken, newLinkToken } from "./link-token";

/**
 * Makes a link by which people join a group. Throws NOT_FOUND or FORBIDDEN. Returns its address, which
 * cannot be shown again: only a hash is kept.
 */
export async function createLink(
  ctx: ActorContext,
  { conversationId, lifetimeHours, maxUses }: CreateLinkInput,
): Promise<{ id: string; url: string }> {
  return transaction(ctx, async (tx) => {
    const group = await requireConversation(ctx, conversationId, tx.db);
    if (!canInviteByLink(group)) throw new AppError("FORBIDDEN");
    const token = newLinkToken();
    const [row] = await tx.db
      .insert(invitationLinks)
      .values({
        conversationId,
        tokenHash: hashLinkToken(token),
        createdBy: ctx.actor.id,
        expiresAt: lifetimeHours === null ? null : sql`now() + ${lifetimeHours} * interval '1 hour'`,
        maxUses,
      })
      .returning({ id: invitationLinks.id });
    const { id } = row as { id: string };
    tx.audit({
      action: "conversation.link-created",
      target: { type: "conversation", id: conversationId },
      after: { linkId: id, lifetimeHours, maxUses },
    });
    return { id, url: `${env().APP_URL}/join/${token}` };
  });
}
