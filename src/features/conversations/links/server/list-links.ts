import { and, desc, eq, lt } from "drizzle-orm";
import { userSummaryColumns } from "@/features/users/server/to-dto";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { invitationLinks } from "@/server/db/schema/invitation-links";
import { users } from "@/server/db/schema/users";
import { canInviteByLink } from "../../policy";
import { requireConversation } from "../../server/access";
import type { InvitationLinkPage } from "../dto";
import type { ListLinksInput } from "../input";
import { usableLink } from "./link-token";

/** A group's links that still let people in, latest first, one keyset page at a time. Throws NOT_FOUND or FORBIDDEN. */
export async function listLinks(
  ctx: ActorContext,
  { conversationId, cursor, limit }: ListLinksInput,
): Promise<InvitationLinkPage> {
  const group = await requireConversation(ctx, conversationId);
  if (!canInviteByLink({ ...group, archivedAt: null })) throw new AppError("FORBIDDEN");
  const rows = await database()
    .db.select({
      id: invitationLinks.id,
      createdAt: invitationLinks.createdAt,
      createdBy: userSummaryColumns,
      expiresAt: invitationLinks.expiresAt,
      maxUses: invitationLinks.maxUses,
      useCount: invitationLinks.useCount,
    })
    .from(invitationLinks)
    .leftJoin(users, eq(users.id, invitationLinks.createdBy))
    .where(
      and(
        eq(invitationLinks.conversationId, conversationId),
        usableLink(),
        cursor ? lt(invitationLinks.id, cursor.id) : undefined,
      ),
    )
    .orderBy(desc(invitationLinks.id))
    .limit(limit + 1);
  const links = rows.slice(0, limit).map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
  }));
  const last = links.at(-1);
  return { links, nextCursor: rows.length > limit && last ? { id: last.id } : null };
}
