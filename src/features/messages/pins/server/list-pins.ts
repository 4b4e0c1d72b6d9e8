import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { requireConversation } from "@/features/conversations/server/access";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { messages } from "@/server/db/schema/messages";
import type { PinnedPage } from "../../dto";
import type { ListPinsInput } from "../../input";
import { selectMessages } from "../../server/queries";
import { toMessage } from "../../server/to-dto";

/** The pinned messages of a conversation, the latest pinned first, one keyset page at a time. Throws NOT_FOUND. */
export async function listPins(ctx: ActorContext, input: ListPinsInput): Promise<PinnedPage> {
  const { conversationId, limit } = input;
  await requireConversation(ctx, conversationId);
  const rows = await pinsQuery(input);
  const page = rows.slice(0, limit).map(toMessage);
  const last = page.at(-1);
  return {
    messages: page,
    nextCursor: rows.length > limit && last?.pinnedAt ? { pinnedAt: last.pinnedAt, id: last.id } : null,
  };
}

/** The statement of `listPins`, whose plan a test reads. */
export function pinsQuery({ conversationId, cursor, limit }: ListPinsInput) {
  return selectMessages(database().db)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        isNotNull(messages.pinnedAt),
        isNull(messages.deletedAt),
        cursor
          ? sql`(${messages.pinnedAt}, ${messages.id}) < (${cursor.pinnedAt}::timestamptz, ${cursor.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(messages.pinnedAt), desc(messages.id))
    .limit(limit + 1);
}
