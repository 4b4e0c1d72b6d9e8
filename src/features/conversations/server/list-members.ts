import { and, asc, eq, sql } from "drizzle-orm";
import { userSummaryColumns } from "@/features/users/server/to-dto";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { conversationMembers } from "@/server/db/schema/conversations";
import { users } from "@/server/db/schema/users";
import type { MemberPage } from "../dto";
import type { ListMembersInput } from "../input";
import { requireConversation } from "./access";

/** Members of a conversation in the order they joined, one keyset page at a time. Throws NOT_FOUND. */
export async function listMembers(ctx: ActorContext, input: ListMembersInput): Promise<MemberPage> {
  await requireConversation(ctx, input.conversationId);
  return pageMembers(input);
}

/** The same, for whoever has shown that they may see them. */
export async function pageMembers({ conversationId, cursor, limit }: ListMembersInput): Promise<MemberPage> {
  const { db } = database();
  const inConversation = eq(conversationMembers.conversationId, conversationId);
  const [rows, total] = await Promise.all([
    db
      .select({
        ...userSummaryColumns,
        role: conversationMembers.role,
        joinedAt: conversationMembers.joinedAt,
      })
      .from(conversationMembers)
      .innerJoin(users, eq(users.id, conversationMembers.userId))
      .where(
        and(
          inConversation,
          cursor
            ? sql`(${conversationMembers.joinedAt}, ${conversationMembers.userId}) > (${cursor.joinedAt}::timestamptz, ${cursor.id}::uuid)`
            : undefined,
        ),
      )
      .orderBy(asc(conversationMembers.joinedAt), asc(conversationMembers.userId))
      .limit(limit + 1),
    db.$count(conversationMembers, inConversation),
  ]);
  const members = rows.slice(0, limit).map((r) => ({ ...r, joinedAt: r.joinedAt.toISOString() }));
  const last = members.at(-1);
  return {
    members,
    total,
    nextCursor: rows.length > limit && last ? { joinedAt: last.joinedAt, id: last.id } : null,
  };
}
