import { and, asc, eq, sql } from "drizzle-orm";
import { userSummaryColumns } from "@/features/users/server/to-dto";
import { database } from "@/server/db/client";
import { conversations } from "@/server/db/schema/conversations";
import { heldMessages } from "@/server/db/schema/message-filters";
import { users } from "@/server/db/schema/users";
import type { HeldPage } from "../dto";
import type { ListHeldInput } from "../input";

/** Messages that wait, those that wait longest first, one keyset page at a time. */
export async function listHeld({ cursor, limit }: ListHeldInput): Promise<HeldPage> {
  const rows = await database()
    .db.select({
      id: heldMessages.id,
      author: userSummaryColumns,
      conversation: { kind: conversations.kind, name: conversations.name },
      body: heldMessages.body,
      found: heldMessages.found,
      forwarded: sql<boolean>`${heldMessages.forwardedFrom} is not null`,
      createdAt: heldMessages.createdAt,
    })
    .from(heldMessages)
    .innerJoin(users, eq(users.id, heldMessages.authorId))
    .innerJoin(conversations, eq(conversations.id, heldMessages.conversationId))
    .where(
      and(
        eq(heldMessages.status, "waiting"),
        cursor
          ? sql`(${heldMessages.createdAt}, ${heldMessages.id}) > (${cursor.createdAt}::timestamptz, ${cursor.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(heldMessages.createdAt), asc(heldMessages.id))
    .limit(limit + 1);
  const held = rows.slice(0, limit).map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  const last = held.at(-1);
  return {
    held,
    nextCursor: rows.length > limit && last ? { createdAt: last.createdAt, id: last.id } : null,
  };
}
