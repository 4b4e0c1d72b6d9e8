import { sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { conversations } from "@/server/db/schema/conversations";
import type { ConversationFilter } from "../admin-input";
import { matchConversations } from "./match-conversations";

/** How many conversations a filter matches. */
export async function countMatchingConversations(filter: ConversationFilter): Promise<number> {
  const [row] = await database()
    .db.select({ count: sql<number>`count(*)::int` })
    .from(conversations)
    .where(matchConversations(filter));
  return row?.count ?? 0;
}
