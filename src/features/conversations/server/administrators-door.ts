import { and, eq, isNull, sql } from "drizzle-orm";
import { can } from "@/lib/permissions";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import type { Queryable } from "@/server/db/client";
import { conversations } from "@/server/db/schema/conversations";
import { conversationColumns, lockConversation, type VisibleConversation } from "./access";

/**
 * The way of the instance's administrators into a use-case: they may do in a group what its owners may, without
 * being members. They see none of what is said in it. Throws FORBIDDEN or NOT_FOUND.
 */
export async function administratorsDoor(
  ctx: ActorContext,
  conversationId: string,
  db: Queryable,
): Promise<VisibleConversation> {
  if (!can(ctx.actor, "conversations.manage")) throw new AppError("FORBIDDEN");
  await lockConversation(db, conversationId);
  const [row] = await db
    .select({
      ...conversationColumns,
      role: sql<"owner">`'owner'`,
      lastReadSeq: conversations.lastSeq,
      unreadFromSeq: sql<null>`null`,
    })
    .from(conversations)
    .where(and(eq(conversations.id, conversationId), isNull(conversations.deletedAt)));
  if (!row) throw new AppError("NOT_FOUND");
  return row as unknown as VisibleConversation;
}
