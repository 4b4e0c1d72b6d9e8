import { requireProof } from "@/features/sessions/server/require-proof";
import { requireSubordinate } from "@/features/users/server/require-subordinate";
import { requireUserForUpdate } from "@/features/users/server/require-user";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { DeleteAccountInput, DeleteUserInput } from "../input";
import { eraseAccount } from "./erase-account";

/**
 * Deletes the actor's own account for good; their messages stay under "Deleted user" or go, as they choose.
 * Throws PASSWORD_WRONG, RATE_LIMITED or LAST_ADMIN.
 */
export async function deleteAccount(ctx: ActorContext, input: DeleteAccountInput): Promise<void> {
  await requireProof(ctx, input.currentPassword);
  await transaction(ctx, async (tx) => {
    const user = await requireUserForUpdate(tx.db, ctx.actor.id);
    await eraseAccount(tx, ctx, user, { messages: input.messages });
  });
}

/** The same to somebody else's account, with a reason that they are told. Throws NOT_FOUND, OWN_ACCOUNT, FORBIDDEN or LAST_ADMIN. */
export async function deleteUser(ctx: ActorContext, input: DeleteUserInput): Promise<void> {
  const { userId, ...rest } = input;
  await transaction(ctx, async (tx) => {
    const user = await requireSubordinate(ctx, tx.db, userId);
    await eraseAccount(tx, ctx, user, rest);
  });
}
