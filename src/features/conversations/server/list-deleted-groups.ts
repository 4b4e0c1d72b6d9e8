import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import type { DeletedGroupPage } from "../dto";
import type { ListDeletedGroupsInput } from "../input";

/** Deleted groups that the actor owns and so may restore, latest deleted first, one keyset page at a time. */
export async function listDeletedGroups(
  ctx: ActorContext,
  { cursor, limit }: ListDeletedGroupsInput,
): Promise<DeletedGroupPage> {
  const rows = await database()
    .db.select({
      id: conversations.id,
      name: sql<string>`${conversations.name}`,
      deletedAt: sql`${conversations.deletedAt}`.mapWith(conversations.deletedAt),
      reason: conversations.deleteReason,
    })
    .from(conversationMembers)
    .innerJoin(conversations, eq(conversations.id, conversationMembers.conversationId))
    .where(
      and(
        eq(conversationMembers.userId, ctx.actor.id),
        eq(conversationMembers.role, "owner"),
        isNotNull(conversations.deletedAt),
        cursor
          ? sql`(${conversations.deletedAt}, ${conversations.id}) < (${cursor.deletedAt}::timestamptz, ${cursor.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(conversations.deletedAt), desc(conversations.id))
    .limit(limit + 1);
  const groups = rows.slice(0, limit).map((row) => ({
    ...row,
    deletedAt: (row.deletedAt as Date).toISOString(),
  }));
  const last = groups.at(-1);
  return {
    groups,
    nextCursor: rows.length > limit && last ? { deletedAt: last.deletedAt, id: last.id } : null,
  };
}
