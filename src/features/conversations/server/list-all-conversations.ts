import { and, asc, desc, sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { conversations } from "@/server/db/schema/conversations";
import type { ListAllConversationsInput } from "../admin-input";
import type { AdminConversation, AdminConversationPage } from "../dto";
import { matchConversations } from "./match-conversations";

/** More members than these are counted as more. */
const countedMembers = 10_000;

export const adminConversationColumns = {
  id: conversations.id,
  kind: conversations.kind,
  visibility: conversations.visibility,
  name: conversations.name,
  memberCount: sql<number>`(
    select count(*)::int from (
      select 1 from conversation_members m where m.conversation_id = ${conversations.id}
      limit ${sql.raw(String(countedMembers))}
    ) counted)`,
  /** Who takes part in a direct conversation, who owns a group. */
  people: sql<AdminConversation["people"]>`(
    select coalesce(json_agg(json_build_object(
      'id', u.id, 'username', u.username, 'displayName', u.display_name
    ) order by u.display_name), '[]')
    from (
      select m.user_id from conversation_members m
      where m.conversation_id = ${conversations.id} and (${conversations.kind} = 'direct' or m.role = 'owner')
      limit 5
    ) few join users u on u.id = few.user_id)`,
  messageCount: conversations.lastSeq,
  lastActivityAt: conversations.lastActivityAt,
  createdAt: conversations.createdAt,
  archivedAt: conversations.archivedAt,
  deletedAt: conversations.deletedAt,
};

/** Conversations for the console, nothing of what is said in them. One keyset page. */
export async function listAllConversations(input: ListAllConversationsInput): Promise<AdminConversationPage> {
  const { limit, sort } = input;
  const rows = (await listAllConversationsQuery(input)).map(toAdminConversation);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const at = last && (sort === "created" ? last.createdAt : last.lastActivityAt);
  return {
    conversations: page,
    nextCursor: rows.length > limit && last && at ? { at, id: last.id } : null,
  };
}

/** The statement of `listAllConversations`: one row more than the page holds, if there are more. */
export function listAllConversationsQuery(input: ListAllConversationsInput) {
  const { sort, direction, cursor, limit, ...filter } = input;
  const key = sort === "created" ? conversations.createdAt : conversations.lastActivityAt;
  const order = direction === "ascending" ? asc : desc;
  const beyond = sql.raw(direction === "ascending" ? ">" : "<");
  return database()
    .db.select(adminConversationColumns)
    .from(conversations)
    .where(
      and(
        matchConversations(filter),
        cursor
          ? sql`(${key}, ${conversations.id}) ${beyond} (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(order(key), order(conversations.id))
    .limit(limit + 1);
}

type Row = Omit<AdminConversation, "lastActivityAt" | "createdAt" | "archivedAt" | "deletedAt"> & {
  lastActivityAt: Date;
  createdAt: Date;
  archivedAt: Date | null;
  deletedAt: Date | null;
};

export function toAdminConversation(row: Row): AdminConversation {
  return {
    ...row,
    lastActivityAt: row.lastActivityAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}
