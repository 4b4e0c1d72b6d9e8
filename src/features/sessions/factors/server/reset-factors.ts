import { eq } from "drizzle-orm";
import { requireSubordinate } from "@/features/users/server/require-subordinate";
import { AppError } from "@/server/app-error";
import { forgetSessions } from "@/server/auth/active-session";
import { revokeSessions } from "@/server/auth/revoke-sessions";
import type { ActorContext } from "@/server/context";
import { passkeys, recoveryCodes, totpFactors } from "@/server/db/schema/factors";
import { transaction } from "@/server/db/transaction";
import { requireWayIn } from "../../server/require-way-in";
import type { ResetFactorsInput } from "../input";
import { factorsOf } from "./factors-of";
import { tellFactorChange } from "./tell-factor-change";

/**
 * Takes all second factors and passkeys of somebody who has lost them away, with a reason, and signs them out
 * everywhere: from now on their password alone lets them in. They are told by mail. Throws NOT_FOUND, OWN_ACCOUNT,
 * FORBIDDEN for people above the actor, ALREADY_DONE when they have none, or ONLY_WAY_IN for whoever has only passkeys.
 */
export function resetFactors(ctx: ActorContext, input: ResetFactorsInput): Promise<void> {
  const { userId, reason } = input;
  return transaction(ctx, async (tx) => {
    await requireSubordinate(ctx, tx.db, userId);
    const { totpSince, ...before } = await factorsOf(tx.db, userId);
    if (!totpSince && before.passkeys === 0) throw new AppError("ALREADY_DONE");
    await tx.db.delete(totpFactors).where(eq(totpFactors.userId, userId));
    await tx.db.delete(passkeys).where(eq(passkeys.userId, userId));
    await tx.db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
    tx.audit({
      action: "user.factors-reset",
      target: { type: "user", id: userId },
      before: { totp: totpSince !== null, ...before },
      reason,
    });
    await requireWayIn(tx.db, userId);
    await tellFactorChange(tx, ctx, userId, "reset", reason);
    await revokeSessions(tx, { userId }, "the second factors were reset");
    tx.afterCommit(() => forgetSessions({ userId }));
  });
}
