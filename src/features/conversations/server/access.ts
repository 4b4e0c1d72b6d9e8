import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { database, type Queryable } from "@/server/db/client";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";

declare const checked: unique symbol;

export const conversationColumns = {
  id: conversations.id,
  kind: conversations.kind,
  visibility: conversations.visibility,
  name: conversations.name,
  description: conversations.description,
  announcementOnly: conversations.announcementOnly,
  slowModeSeconds: conversations.slowModeSeconds,
  archivedAt: conversations.archivedAt,
  lastSeq: conversations.lastSeq,
  revision: conversations.revision,
};
const columns = {
  ...conversationColumns,
  role: conversationMembers.role,
  lastReadSeq: conversationMembers.lastReadSeq,
  unreadFromSeq: conversationMembers.unreadFromSeq,
};

type Row = Pick<
  typeof conversations.$inferSelect,
  Exclude<keyof typeof columns, "role" | "lastReadSeq" | "unreadFromSeq">
> &
  Pick<typeof conversationMembers.$inferSelect, "role" | "lastReadSeq" | "unreadFromSeq">;

/** A conversation that exists and that the actor is a member of. Only `requireConversation` makes one. */
export type VisibleConversation = Row & { [checked]: true };

/** The conversation, for one of its members. Throws NOT_FOUND to everybody else: they learn nothing. */
export async function requireConversation(
  ctx: ActorContext,
  conversationId: string,
  db: Queryable = database().db,
): Promise<VisibleConversation> {
  const [row] = await db
    .select(columns)
    .from(conversationMembers)
    .innerJoin(conversations, eq(conversations.id, conversationMembers.conversationId))
    .where(
      and(
        eq(conversationMembers.conversationId, conversationId),
        eq(conversationMembers.userId, ctx.actor.id),
        isNull(conversations.deletedAt),
      ),
    );
  if (!row) throw new AppError("NOT_FOUND");
  return row as VisibleConversation;
}

/**
 * The same, as it stays until the transaction ends: all changes to a conversation, its members and its
 * history wait for one another on its row (before any member's row, so that none waits in a circle).
 */
export async function requireConversationForChange(
  ctx: ActorContext,
  conversationId: string,
  db: Queryable,
): Promise<VisibleConversation> {
  await lockConversation(db, conversationId);
  return requireConversation(ctx, conversationId, db);
}

/** How a use-case reaches the conversation that it changes: as one of its members, or by another door. */
export type Door = typeof requireConversationForChange;

/** Makes other changes to the conversation wait. What is read after it is as it stays. */
export async function lockConversation(db: Queryable, conversationId: string): Promise<void> {
  await db
    .select({ id: conversations.id })
    .from(conversations)
    .where(eq(conversations.id, conversationId))
    .for("no key update");
}
