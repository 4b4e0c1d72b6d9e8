import { and, eq, gt, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { totpFactors } from "@/server/db/schema/factors";
import { transaction } from "@/server/db/transaction";
import type { NewRecoveryCodes } from "../dto";
import { factorAdded, lockFactors } from "./change-factors";
import { tellFactorChange } from "./tell-factor-change";
import { stepOfCode } from "./totp-codes";

/**
 * Puts the secret of `beginTotp` to use, once a code shows that the app has it. Only from the session that gave
 * the password, within 15 minutes; otherwise NOT_FOUND. Throws SECOND_FACTOR_WRONG. With the first factor come
 * recovery codes, else none.
 */
export function confirmTotp(ctx: ActorContext, input: { code: string }): Promise<NewRecoveryCodes> {
  const { id } = ctx.actor;
  return transaction(ctx, async (tx) => {
    await lockFactors(tx, id);
    const [factor] = await tx.db
      .select({ pendingSecret: totpFactors.pendingSecret, sealedSecret: totpFactors.sealedSecret })
      .from(totpFactors)
      .where(
        and(
          eq(totpFactors.userId, id),
          sql`${totpFactors.pendingSession} is not distinct from ${ctx.sessionId}::uuid`,
          gt(totpFactors.pendingAt, sql`now() - interval '15 minutes'`),
        ),
      );
    if (!factor?.pendingSecret) throw new AppError("NOT_FOUND");
    const step = stepOfCode(factor.pendingSecret, id, input.code);
    if (step === null) throw new AppError("SECOND_FACTOR_WRONG");
    await tx.db
      .update(totpFactors)
      .set({
        sealedSecret: factor.pendingSecret,
        confirmedAt: sql`now()`,
        lastUsedStep: step,
        pendingSecret: null,
        pendingSession: null,
        pendingAt: null,
      })
      .where(eq(totpFactors.userId, id));
    await tellFactorChange(tx, ctx, id, factor.sealedSecret ? "totpReplaced" : "totpAdded");
    tx.audit({ action: "user.totp-enabled", target: { type: "user", id } });
    return { recoveryCodes: (await factorAdded(tx, id)) ?? [] };
  });
}
