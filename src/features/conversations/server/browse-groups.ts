import { and, asc, eq, ilike, isNull, sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { escapeLike } from "@/server/db/escape-like";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import type { PublicGroup } from "../dto";
import type { BrowseGroupsInput } from "../input";

export type PublicGroupPage = {
  groups: PublicGroup[];
  nextCursor: { name: string; id: string } | null;
};

/** Public groups by name, one keyset page at a time. */
export async function browseGroups(ctx: ActorContext, input: BrowseGroupsInput): Promise<PublicGroupPage> {
  const { query, cursor, limit } = input;
  const members = sql`from ${conversationMembers} where ${conversationMembers.conversationId} = ${conversations.id}`;
  const rows = await database()
    .db.select({
      id: conversations.id,
      name: sql<string>`${conversations.name}`,
      description: conversations.description,
      memberCount: sql<number>`(select count(*)::int ${members})`,
      joined: sql<boolean>`exists (select 1 ${members} and ${conversationMembers.userId} = ${ctx.actor.id})`,
    })
    .from(conversations)
    .where(
      and(
        eq(conversations.visibility, "public"),
        isNull(conversations.deletedAt),
        isNull(conversations.archivedAt),
        query ? ilike(conversations.name, `%${escapeLike(query)}%`) : undefined,
        cursor
          ? sql`(${conversations.name}, ${conversations.id}) > (${cursor.name}, ${cursor.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(conversations.name), asc(conversations.id))
    .limit(limit + 1);
  const groups = rows.slice(0, limit);
  const last = groups.at(-1);
  return {
    groups,
    nextCursor: rows.length > limit && last ? { name: last.name, id: last.id } : null,
  };
}
