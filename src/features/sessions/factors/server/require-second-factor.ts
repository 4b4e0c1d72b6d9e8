import { AppError } from "@/server/app-error";
import { announceOwnSecurity } from "@/server/auth/announce-own-security";
import type { Context } from "@/server/context";
import { database } from "@/server/db/client";
import { transaction } from "@/server/db/transaction";
import { settleSignIn } from "../../server/admit-sign-in";
import { factorsOf, hasSecondFactor } from "./factors-of";
import { spendRecoveryCode } from "./recovery-codes";
import { spendTotpCode } from "./totp-codes";

/**
 * The second half of signing in, after the right password: uses up a code of the authenticator app or a recovery
 * code. Returns whether one was asked for. Settles the attempt when it refuses: SECOND_FACTOR_MISSING names what the
 * person has; SECOND_FACTOR_WRONG counts like a wrong password.
 */
export async function requireSecondFactor(
  ctx: Context,
  attemptId: number,
  userId: string,
  code: string | undefined,
): Promise<boolean> {
  const factors = await factorsOf(database().db, userId);
  if (!hasSecondFactor(factors)) return false;
  if (code === undefined) {
    await settleSignIn(attemptId, "second_factor_missing", userId);
    throw new AppError("SECOND_FACTOR_MISSING", {
      totp: factors.totpSince ? 1 : 0,
      passkeys: factors.passkeys,
    });
  }
  if (!(await spendCode(ctx, userId, code))) {
    await settleSignIn(attemptId, "second_factor_wrong", userId);
    throw new AppError("SECOND_FACTOR_WRONG");
  }
  return true;
}

/** Uses up a code of the app or a recovery code. False when it is neither. */
export async function spendCode(ctx: Context, userId: string, code: string): Promise<boolean> {
  const digits = code.replace(/\s/g, "");
  if (/^\d{6}$/.test(digits)) return spendTotpCode(database().db, userId, digits);
  return transaction(ctx, async (tx) => {
    const fits = await spendRecoveryCode(tx.db, userId, code);
    if (fits) {
      tx.audit({ action: "user.recovery-code-used", target: { type: "user", id: userId } });
      announceOwnSecurity(tx, userId);
    }
    return fits;
  });
}
