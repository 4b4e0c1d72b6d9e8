import { eq } from "drizzle-orm";
import { enforceRateLimit } from "@/features/security/server/enforce-rate-limit";
import { AppError } from "@/server/app-error";
import type { Context } from "@/server/context";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import { requireSecondFactor } from "../../factors/server/require-second-factor";
import { admitSignIn, settleSignIn } from "../../server/admit-sign-in";
import { readChallenge, takeChallenge } from "../../server/auth-challenges";
import { refusalOf, standingColumns } from "../../server/refusal-of";
import { type StartedSession, startSession } from "../../server/start-session";

/**
 * The second half of signing in with the provider, for whoever has a second factor: a code, from the same browser
 * within five minutes. Throws SECOND_FACTOR_WRONG, which counts like a wrong password; UNAUTHENTICATED when there is
 * nothing to finish; why the account cannot be used; RATE_LIMITED.
 */
export async function finishWithCode(
  ctx: Context,
  browserSecret: string | null,
  code: string,
): Promise<StartedSession> {
  await enforceRateLimit("signIn", { ...ctx, actor: null });
  const owner = browserSecret && { browserSecret };
  const userId = owner && (await readChallenge("provider_code", owner));
  if (!owner || !userId) throw new AppError("UNAUTHENTICATED");
  const attempt = await admitSignIn(ctx, { secondFactorOf: userId });
  const [standing] = await database().db.select(standingColumns).from(users).where(eq(users.id, userId));
  const refusal = standing ? await refusalOf(standing) : new AppError("ACCOUNT_NOT_ACTIVE");
  if (refusal) {
    await settleSignIn(attempt, "not_active", userId);
    throw refusal;
  }
  await requireSecondFactor(ctx, attempt, userId, code);
  if ((await takeChallenge("provider_code", owner)) !== userId) {
    await settleSignIn(attempt, "failed", userId);
    throw new AppError("UNAUTHENTICATED");
  }
  await settleSignIn(attempt, "signed_in", userId);
  return startSession(ctx, userId, "browser", "provider_and_code");
}
