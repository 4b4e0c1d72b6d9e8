import { eq, or } from "drizzle-orm";
import { enforceRateLimit } from "@/features/security/server/enforce-rate-limit";
import { watchFailedSignIn } from "@/features/security/server/events/watch-sign-ins";
import { AppError } from "@/server/app-error";
import { verifyPassword } from "@/server/auth/password";
import type { Context } from "@/server/context";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import { requireSecondFactor } from "../factors/server/require-second-factor";
import type { SignInInput } from "../input";
import { admitSignIn, settleSignIn } from "./admit-sign-in";
import { refusalOf, standingColumns } from "./refusal-of";
import { type StartedSession, startSession } from "./start-session";

/**
 * Starts a session for whoever knows the password and, where they have set one up, has a second factor. Throws
 * INVALID_CREDENTIALS whether the account or the password is wrong, in the same time; only after the right password
 * why the account cannot be used, then SECOND_FACTOR_MISSING or SECOND_FACTOR_WRONG. Throws RATE_LIMITED after too
 * many attempts or failures. Every attempt is written down.
 */
export async function signIn(
  ctx: Context,
  input: SignInInput,
  client: "browser" | "api" = "browser",
): Promise<StartedSession> {
  await enforceRateLimit("signIn", { ...ctx, actor: null });
  const attempt = await admitSignIn(ctx, { login: input.login });
  const [user] = await database()
    .db.select({
      id: users.id,
      passwordHash: users.passwordHash,
      isToReset: users.passwordResetRequired,
      ...standingColumns,
    })
    .from(users)
    .where(or(eq(users.email, input.login), eq(users.username, input.login)))
    .limit(1);
  const fits = await verifyPassword(user?.passwordHash ?? null, input.password);
  if (!user || !fits) {
    await settleSignIn(attempt, "failed", user?.id ?? null);
    await watchFailedSignIn(ctx);
    throw new AppError("INVALID_CREDENTIALS");
  }
  const refusal =
    (await refusalOf(user)) ?? (user.isToReset ? new AppError("PASSWORD_RESET_REQUIRED") : null);
  if (refusal) {
    await settleSignIn(attempt, "not_active", user.id);
    throw refusal;
  }
  const wasAsked = await requireSecondFactor(ctx, attempt, user.id, input.code);
  await settleSignIn(attempt, "signed_in", user.id);
  return startSession(ctx, user.id, client, wasAsked ? "password_and_code" : "password");
}
