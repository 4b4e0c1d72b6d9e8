import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import type { Queryable } from "@/server/db/client";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import type { ConversationRole } from "../dto";
import { lockConversation } from "./access";
import { ofMember } from "./of-member";

/**
 * A living or a deleted conversation, locked for change, as those see it who may delete and restore:
 * its members and, whether members or not, the instance's admins. Throws NOT_FOUND to everybody else; of
 * a deleted one only its owners know, so that others learn nothing of the trash.
 */
export async function requireGroupInCharge(
  ctx: ActorContext,
  conversationId: string,
  db: Queryable,
  { deleted }: { deleted: boolean },
): Promise<{ kind: "direct" | "group"; name: string | null; role: ConversationRole | null }> {
  await lockConversation(db, conversationId);
  const [row] = await db
    .select({ kind: conversations.kind, name: conversations.name, role: conversationMembers.role })
    .from(conversations)
    .leftJoin(conversationMembers, ofMember(conversations.id, ctx.actor.id))
    .where(
      and(
        eq(conversations.id, conversationId),
        deleted ? isNotNull(conversations.deletedAt) : isNull(conversations.deletedAt),
      ),
    );
  const visible = row && (ctx.actor.role === "admin" || (deleted ? row.role === "owner" : row.role !== null));
  if (!visible) throw new AppError("NOT_FOUND");
  return row;
}
