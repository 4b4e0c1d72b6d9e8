import { and, eq, isNull, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { invitationLinks } from "@/server/db/schema/invitation-links";
import type { LinkedGroup } from "../dto";
import { linkOf } from "./link-token";

/** The group that a link leads to. Throws LINK_INVALID for one that is unknown, used up, expired or revoked. */
export async function describeLink(ctx: ActorContext, { token }: { token: string }): Promise<LinkedGroup> {
  const members = sql`from ${conversationMembers} where ${conversationMembers.conversationId} = ${conversations.id}`;
  const [group] = await database()
    .db.select({
      conversationId: conversations.id,
      name: sql<string>`${conversations.name}`,
      description: conversations.description,
      memberCount: sql<number>`(select count(*)::int ${members})`,
      joined: sql<boolean>`exists (select 1 ${members} and ${conversationMembers.userId} = ${ctx.actor.id})`,
    })
    .from(invitationLinks)
    .innerJoin(conversations, eq(conversations.id, invitationLinks.conversationId))
    .where(and(linkOf(token), isNull(conversations.deletedAt), isNull(conversations.archivedAt)));
  if (!group) throw new AppError("LINK_INVALID");
  return group;
}
