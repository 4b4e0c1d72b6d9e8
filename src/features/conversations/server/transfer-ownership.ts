import { and, eq, ne } from "drizzle-orm";
import { userSummaryColumns } from "@/features/users/server/to-dto";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { conversationMembers } from "@/server/db/schema/conversations";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import { administratorsDoor } from "./administrators-door";
import { giveRole } from "./give-role";
import { requireMember } from "./require-member";

/**
 * Makes an active member the group's owner; those who owned it stay as its admins. Throws NOT_FOUND, FORBIDDEN, or
 * ALREADY_DONE for its only owner.
 */
export async function transferOwnership(
  ctx: ActorContext,
  input: { conversationId: string; userId: string; reason: string },
): Promise<void> {
  const { conversationId, userId, reason } = input;
  await transaction(ctx, async (tx) => {
    const group = await administratorsDoor(ctx, conversationId, tx.db);
    if (group.kind !== "group") throw new AppError("FORBIDDEN");
    const successor = await requireMember(tx.db, conversationId, userId);
    if (!successor.active) throw new AppError("NOT_FOUND");
    const others = await tx.db
      .select({ person: userSummaryColumns })
      .from(conversationMembers)
      .innerJoin(users, eq(users.id, conversationMembers.userId))
      .where(
        and(
          eq(conversationMembers.conversationId, conversationId),
          eq(conversationMembers.role, "owner"),
          ne(conversationMembers.userId, userId),
        ),
      );
    if (successor.role === "owner" && others.length === 0) throw new AppError("ALREADY_DONE");
    if (successor.role !== "owner") {
      await giveRole(tx, ctx.actor, conversationId, successor, "owner", "handed-over", reason);
    }
    for (const { person } of others) {
      await giveRole(tx, ctx.actor, conversationId, { person, role: "owner" }, "admin", null, reason);
    }
  });
}
