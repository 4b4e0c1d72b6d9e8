import { and, asc, desc, eq, ilike, ne, or, sql } from "drizzle-orm";
import { requireConversation } from "@/features/conversations/server/access";
import { getSetting } from "@/features/settings/server/get-settings";
import { userSummaryColumns } from "@/features/users/server/to-dto";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { escapeLike } from "@/server/db/escape-like";
import { conversationMembers } from "@/server/db/schema/conversations";
import { users } from "@/server/db/schema/users";
import { canMentionEveryone } from "../../policy";
import type { MentionCandidates } from "../dto";
import type { MentionCandidatesInput } from "../input";

/** How many people are offered at once. */
const limit = 8;

/**
 * Active members whose user name, or a word of whose display name, begins with the query, those who wrote last first;
 * never the asker. Throws NOT_FOUND.
 */
export async function listMentionCandidates(
  ctx: ActorContext,
  { conversationId, query }: MentionCandidatesInput,
): Promise<MentionCandidates> {
  const conversation = await requireConversation(ctx, conversationId);
  const { db } = database();
  const beginning = `${escapeLike(query)}%`;
  const [people, memberCount, maximumMembers] = await Promise.all([
    db
      .select(userSummaryColumns)
      .from(conversationMembers)
      .innerJoin(users, eq(users.id, conversationMembers.userId))
      .where(
        and(
          eq(conversationMembers.conversationId, conversationId),
          ne(users.id, ctx.actor.id),
          eq(users.status, "active"),
          query
            ? or(
                ilike(sql`${users.username}::text`, beginning),
                ilike(users.displayName, beginning),
                ilike(users.displayName, `% ${beginning}`),
              )
            : undefined,
        ),
      )
      .orderBy(sql`${desc(conversationMembers.lastSentAt)} nulls last`, asc(users.displayName), asc(users.id))
      .limit(limit),
    db.$count(conversationMembers, eq(conversationMembers.conversationId, conversationId)),
    getSetting("mentionEveryoneMaximumMembers"),
  ]);
  return {
    people,
    everyone: canMentionEveryone(ctx.actor, conversation, { memberCount, maximumMembers }),
  };
}
