import { eq } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { externalIdentities } from "@/server/db/schema/identities";
import { transaction } from "@/server/db/transaction";
import type { PasswordInput } from "../../factors/input";
import { lockFactors } from "../../factors/server/change-factors";
import { tellFactorChange } from "../../factors/server/tell-factor-change";
import { requireProof } from "../../server/require-proof";
import { requireWayIn } from "../../server/require-way-in";

/**
 * The provider no longer signs the actor in. Throws ONLY_WAY_IN when nothing else does, NOT_FOUND when nothing is
 * linked, and what `requireProof` throws.
 */
export async function unlinkIdentity(ctx: ActorContext, input: PasswordInput): Promise<void> {
  const { id: userId } = ctx.actor;
  await requireProof(ctx, input.password);
  await transaction(ctx, async (tx) => {
    await lockFactors(tx, userId);
    const removed = await tx.db
      .delete(externalIdentities)
      .where(eq(externalIdentities.userId, userId))
      .returning({ provider: externalIdentities.issuer, label: externalIdentities.label });
    if (removed.length === 0) throw new AppError("NOT_FOUND");
    await requireWayIn(tx.db, userId);
    for (const before of removed)
      tx.audit({ action: "user.identity-unlinked", target: { type: "user", id: userId }, before });
    await tellFactorChange(tx, ctx, userId, "identityUnlinked");
  });
}
