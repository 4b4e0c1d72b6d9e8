import { eq } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { conversationMembers } from "@/server/db/schema/conversations";
import { transaction } from "@/server/db/transaction";
import { canRestoreGroup } from "../policy";
import { changeDetails } from "./change-details";
import { toUsers } from "./events";
import { requireGroupInCharge } from "./require-group-in-charge";

/** Takes a group out of the trash: all its members have it again. Throws NOT_FOUND or FORBIDDEN. */
export async function restoreGroup(
  ctx: ActorContext,
  input: { conversationId: string; reason?: string },
): Promise<void> {
  const { conversationId } = input;
  await transaction(ctx, async (tx) => {
    const group = await requireGroupInCharge(ctx, conversationId, tx.db, { deleted: true });
    if (!canRestoreGroup(ctx.actor, group)) throw new AppError("FORBIDDEN");
    const living = { deletedAt: null, deletedBy: null, deleteReason: null };
    await changeDetails(tx, ctx.actor, conversationId, living, [{ type: "restored" }]);
    tx.audit({
      action: "conversation.restored",
      target: { type: "conversation", id: conversationId },
      reason: input.reason,
    });
    const members = await tx.db
      .select({ id: conversationMembers.userId })
      .from(conversationMembers)
      .where(eq(conversationMembers.conversationId, conversationId));
    tx.emit(
      ...toUsers(
        members.map((each) => each.id),
        "conversation.added",
        { conversationId },
      ),
    );
  });
}
