import { and, eq, isNotNull } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { totpFactors } from "@/server/db/schema/factors";
import { transaction } from "@/server/db/transaction";
import { requireProof } from "../../server/require-proof";
import type { PasswordInput } from "../input";
import { factorRemoved, lockFactors } from "./change-factors";
import { tellFactorChange } from "./tell-factor-change";

/** Stops asking the actor for codes. Throws PASSWORD_WRONG, NOT_FOUND, or LAST_SECOND_FACTOR where one is demanded. */
export async function removeTotp(ctx: ActorContext, input: PasswordInput): Promise<void> {
  const { id } = ctx.actor;
  await requireProof(ctx, input.password);
  await transaction(ctx, async (tx) => {
    await lockFactors(tx, id);
    const removed = await tx.db
      .delete(totpFactors)
      .where(and(eq(totpFactors.userId, id), isNotNull(totpFactors.sealedSecret)))
      .returning({ userId: totpFactors.userId });
    if (removed.length === 0) throw new AppError("NOT_FOUND");
    tx.audit({ action: "user.totp-disabled", target: { type: "user", id } });
    await factorRemoved(tx, ctx);
    await tellFactorChange(tx, ctx, id, "totpRemoved");
  });
}
