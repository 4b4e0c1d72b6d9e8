import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { database, type Queryable } from "@/server/db/client";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";

declare const checked: unique symbol;

type Row = Pick<
  typeof conversations.$inferSelect,
  "id" | "kind" | "visibility" | "name" | "lastSeq" | "revision"
> &
  Pick<typeof conversationMembers.$inferSelect, "role" | "lastReadSeq">;

/** A conversation that exists and that the actor is a member of. Only `requireConversation` makes one. */
export type VisibleConversation = Row & { [checked]: true };

/** The conversation, for one of its members. Throws NOT_FOUND to everybody else: they learn nothing. */
export async function requireConversation(
  ctx: ActorContext,
  conversationId: string,
  db: Queryable = database().db,
): Promise<VisibleConversation> {
  const [row] = await db
    .select({
      id: conversations.id,
      kind: conversations.kind,
      visibility: conversations.visibility,
      name: conversations.name,
      lastSeq: conversations.lastSeq,
      revision: conversations.revision,
      role: conversationMembers.role,
      lastReadSeq: conversationMembers.lastReadSeq,
    })
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
