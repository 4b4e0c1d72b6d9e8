import { requireProof } from "@/features/sessions/server/require-proof";
import { changeStatus } from "@/features/users/server/change-status";
import { requireUserForUpdate } from "@/features/users/server/require-user";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";

/**
 * Closes the actor's own account without deleting anything: they are signed out everywhere, and an
 * administrator can bring it back. Throws PASSWORD_WRONG, RATE_LIMITED or LAST_ADMIN.
 */
export async function deactivateAccount(
  ctx: ActorContext,
  { currentPassword }: { currentPassword: string },
): Promise<void> {
  await requireProof(ctx, currentPassword);
  await transaction(ctx, async (tx) => {
    const user = await requireUserForUpdate(tx.db, ctx.actor.id);
    await changeStatus(tx, user, { to: "deactivated", action: "user.deactivated", mail: "deactivated" });
  });
}
