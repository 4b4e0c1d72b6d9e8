import { and, asc, desc, eq, gte, isNull } from "drizzle-orm";
import { requireConversation } from "@/features/conversations/server/access";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { messages } from "@/server/db/schema/messages";
import type { FindDayInput } from "../input";

/**
 * Where a conversation's main line is at a moment: the first message since then, or the newest of all where
 * none is that late. Null where there are no messages. Throws NOT_FOUND.
 */
export async function findDay(ctx: ActorContext, input: FindDayInput): Promise<{ seq: number | null }> {
  const { id } = await requireConversation(ctx, input.conversationId);
  const [since] = await sinceQuery(id, new Date(input.since));
  const [found] = since ? [since] : await newestQuery(id);
  return { seq: found?.seq ?? null };
}

const onMainLine = (conversationId: string) =>
  and(eq(messages.conversationId, conversationId), isNull(messages.threadRootId));

/** The first message since a moment; the statement, whose plan a test reads. */
export const sinceQuery = (conversationId: string, since: Date) =>
  database()
    .db.select({ seq: messages.seq })
    .from(messages)
    .where(and(onMainLine(conversationId), gte(messages.createdAt, since)))
    .orderBy(asc(messages.createdAt), asc(messages.id))
    .limit(1);

const newestQuery = (conversationId: string) =>
  database()
    .db.select({ seq: messages.seq })
    .from(messages)
    .where(onMainLine(conversationId))
    .orderBy(desc(messages.seq))
    .limit(1);
