import { and, desc, eq, isNull, ne, sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { drafts } from "@/server/db/schema/drafts";
import type { DraftPage } from "../dto";
import type { ListDraftsInput } from "../input";

/** What the actor is writing, wherever they are still a member, the latest first, one keyset page at a time. */
export async function listDrafts(ctx: ActorContext, input: ListDraftsInput): Promise<DraftPage> {
  const { cursor, limit } = input;
  const rows = await database()
    .db.select({
      id: drafts.id,
      conversationId: drafts.conversationId,
      threadRootId: drafts.threadRootId,
      body: drafts.body,
      revision: drafts.revision,
      updatedAt: drafts.updatedAt,
    })
    .from(drafts)
    .innerJoin(
      conversationMembers,
      and(
        eq(conversationMembers.conversationId, drafts.conversationId),
        eq(conversationMembers.userId, drafts.userId),
      ),
    )
    .innerJoin(
      conversations,
      and(eq(conversations.id, drafts.conversationId), isNull(conversations.deletedAt)),
    )
    .where(
      and(
        eq(drafts.userId, ctx.actor.id),
        ne(drafts.body, ""),
        cursor
          ? sql`(${drafts.updatedAt}, ${drafts.id}) < (${cursor.updatedAt}::timestamptz, ${cursor.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(drafts.updatedAt), desc(drafts.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    drafts: page.map(({ id, updatedAt, ...draft }) => ({ ...draft, updatedAt: updatedAt.toISOString() })),
    nextCursor: rows.length > limit && last ? { updatedAt: last.updatedAt.toISOString(), id: last.id } : null,
  };
}
