import { and, eq } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { passkeys } from "@/server/db/schema/factors";
import { transaction } from "@/server/db/transaction";
import { factorRemoved, lockFactors } from "../../factors/server/change-factors";
import { tellFactorChange } from "../../factors/server/tell-factor-change";
import { requireProof } from "../../server/require-proof";
import { requireWayIn } from "../../server/require-way-in";
import type { RemovePasskeyInput } from "../input";

/**
 * Stops accepting a passkey of the actor's. Throws PASSWORD_WRONG, NOT_FOUND when it is not theirs, or
 * LAST_SECOND_FACTOR where one is demanded; ONLY_WAY_IN when nothing else signs them in.
 */
export async function removePasskey(ctx: ActorContext, input: RemovePasskeyInput): Promise<void> {
  const { id: userId } = ctx.actor;
  await requireProof(ctx, input.password);
  await transaction(ctx, async (tx) => {
    await lockFactors(tx, userId);
    const [removed] = await tx.db
      .delete(passkeys)
      .where(and(eq(passkeys.id, input.passkeyId), eq(passkeys.userId, userId)))
      .returning({ name: passkeys.name });
    if (!removed) throw new AppError("NOT_FOUND");
    tx.audit({ action: "user.passkey-removed", target: { type: "user", id: userId }, before: removed });
    await factorRemoved(tx, ctx);
    await requireWayIn(tx.db, userId);
    await tellFactorChange(tx, ctx, userId, "passkeyRemoved");
  });
}
