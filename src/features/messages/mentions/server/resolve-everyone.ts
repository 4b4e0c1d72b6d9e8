import { eq } from "drizzle-orm";
import { requireConversation } from "@/features/conversations/server/access";
import { getSetting } from "@/features/settings/server/get-settings";
import type { ActorContext } from "@/server/context";
import { database, type Queryable } from "@/server/db/client";
import { conversationMembers } from "@/server/db/schema/conversations";
import type { Mentions } from "../../dto";
import { canMentionEveryone } from "../../policy";

/**
 * Whether `@here` or `@all` of a text addresses everybody. Without the permission it is plain text, for
 * nobody is called by it and nothing shows it as a call. Throws NOT_FOUND.
 */
export async function resolveEveryone(
  ctx: ActorContext,
  conversationId: string,
  requested: Mentions["everyone"],
  db: Queryable = database().db,
): Promise<Mentions["everyone"]> {
  if (requested === null) return null;
  const conversation = await requireConversation(ctx, conversationId, db);
  const [memberCount, maximumMembers] = await Promise.all([
    database().db.$count(conversationMembers, eq(conversationMembers.conversationId, conversationId)),
    getSetting("mentionEveryoneMaximumMembers"),
  ]);
  return canMentionEveryone(ctx.actor, conversation, { memberCount, maximumMembers }) ? requested : null;
}
