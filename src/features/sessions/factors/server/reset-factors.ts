import { eq } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import { forgetSessions } from "@/server/auth/active-session";
import { revokeSessions } from "@/server/auth/revoke-sessions";
import type { ActorContext } from "@/server/context";
import { passkeys, recoveryCodes, totpFactors } from "@/server/db/schema/factors";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import type { ResetFactorsInput } from "../input";
import { factorsOf } from "./factors-of";

/**
 * Takes all second factors and passkeys of somebody who has lost them away, with a reason, and signs them out
 * everywhere: from now on their password alone lets them in. Throws NOT_FOUND, or ALREADY_DONE when they have none.
 */
export function resetFactors(ctx: ActorContext, input: ResetFactorsInput): Promise<void> {
  const { userId, reason } = input;
  return transaction(ctx, async (tx) => {
    const [user] = await tx.db.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("update");
    if (!user) throw new AppError("NOT_FOUND");
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
    await revokeSessions(tx, { userId }, "the second factors were reset");
    tx.afterCommit(() => forgetSessions({ userId }));
  });
}
