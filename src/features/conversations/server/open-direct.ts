import { and, eq } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import type { ConversationSummary } from "../dto";
import { toUsers } from "./events";
import { requireSummary } from "./require-summary";

/**
 * The one direct conversation with a person (with oneself: notes), made when there is none yet.
 * Throws NOT_FOUND when there is no such active person.
 */
export async function openDirect(ctx: ActorContext, input: { userId: string }): Promise<ConversationSummary> {
  const pair = [...new Set([ctx.actor.id, input.userId])].sort();
  const directKey = [ctx.actor.id, input.userId].sort().join(":");
  const conversationId = await transaction(ctx, async (tx) => {
    const [person] = await tx.db
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, input.userId), eq(users.status, "active")));
    if (!person) throw new AppError("NOT_FOUND");
    const [created] = await tx.db
      .insert(conversations)
      .values({ kind: "direct", visibility: "private", directKey, createdBy: ctx.actor.id })
      .onConflictDoNothing({ target: conversations.directKey })
      .returning({ id: conversations.id });
    if (!created) {
      const [existing] = await tx.db
        .select({ id: conversations.id })
        .from(conversations)
        .where(eq(conversations.directKey, directKey));
      if (!existing) throw new AppError("NOT_FOUND");
      return existing.id;
    }
    await tx.db
      .insert(conversationMembers)
      .values(pair.map((userId) => ({ conversationId: created.id, userId, role: "member" as const })));
    tx.audit({ action: "conversation.created", target: { type: "conversation", id: created.id } });
    tx.emit(...toUsers(pair, "conversation.added", { conversationId: created.id }));
    return created.id;
  });
  return requireSummary(ctx, conversationId);
}
