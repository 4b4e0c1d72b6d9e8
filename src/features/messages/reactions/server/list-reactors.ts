import { and, asc, eq, sql } from "drizzle-orm";
import type { UserSummary } from "@/features/users/dto";
import { userSummaryColumns } from "@/features/users/server/to-dto";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { messageReactions as table } from "@/server/db/schema/messages";
import { users } from "@/server/db/schema/users";
import { requireMessage } from "../../server/access";
import type { ListReactorsInput } from "../input";

export type ReactorPage = {
  people: UserSummary[];
  /** The actor is among all who reacted with this emoji, whichever page they are on. */
  own: boolean;
  nextCursor: { createdAt: string; id: string } | null;
};

/** Who reacted to a message with one emoji, the first first, one keyset page at a time. Throws NOT_FOUND. */
export async function listReactors(ctx: ActorContext, input: ListReactorsInput): Promise<ReactorPage> {
  const { emoji, cursor, limit } = input;
  const { message } = await requireMessage(ctx, input);
  if (message.deletedAt) return { people: [], own: false, nextCursor: null };
  const { db } = database();
  const ofEmoji = and(eq(table.messageId, message.id), eq(table.emoji, emoji));
  const after = cursor
    ? sql`(${table.createdAt}, ${table.userId}) > (${cursor.createdAt}::timestamptz, ${cursor.id}::uuid)`
    : undefined;
  const [rows, own] = await Promise.all([
    db
      .select({ ...userSummaryColumns, createdAt: table.createdAt })
      .from(table)
      .innerJoin(users, eq(users.id, table.userId))
      .where(and(ofEmoji, after))
      .orderBy(asc(table.createdAt), asc(table.userId))
      .limit(limit + 1),
    db.$count(table, and(ofEmoji, eq(table.userId, ctx.actor.id))),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    people: page.map(({ createdAt, ...person }) => person),
    own: own > 0,
    nextCursor: rows.length > limit && last ? { createdAt: last.createdAt.toISOString(), id: last.id } : null,
  };
}
