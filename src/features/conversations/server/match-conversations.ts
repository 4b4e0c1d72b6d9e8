import { and, eq, gte, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { escapeLike } from "@/server/db/escape-like";
import { conversations } from "@/server/db/schema/conversations";
import { withinDays } from "@/server/db/within-days";
import type { ConversationFilter } from "../admin-input";

const states: Record<ConversationFilter["state"], SQL | undefined> = {
  living: and(isNull(conversations.deletedAt), isNull(conversations.archivedAt)),
  archived: and(isNull(conversations.deletedAt), isNotNull(conversations.archivedAt)),
  deleted: isNotNull(conversations.deletedAt),
  all: undefined,
};

/** The condition that a filter is: the same for the list, its count, its export and what is done to all that match. */
export function matchConversations(filter: ConversationFilter): SQL | undefined {
  const { query, kind, visibility, state, member, minimumMembers, minimumMessages } = filter;
  const { createdFrom, createdTo } = filter;
  return and(
    states[state],
    kind && eq(conversations.kind, kind),
    visibility && eq(conversations.visibility, visibility),
    query ? sql`${conversations.name} ilike ${`%${escapeLike(query)}%`}` : undefined,
    member
      ? sql`${conversations.id} in (
          select m.conversation_id from conversation_members m join users u on u.id = m.user_id
          where u.username = ${member})`
      : undefined,
    minimumMembers
      ? sql`exists (
          select 1 from conversation_members m where m.conversation_id = ${conversations.id}
          offset ${minimumMembers - 1})`
      : undefined,
    minimumMessages ? gte(conversations.lastSeq, minimumMessages) : undefined,
    withinDays(conversations.createdAt, { from: createdFrom, to: createdTo }),
  );
}
