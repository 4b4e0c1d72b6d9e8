import { eq, or, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import { verifyPassword } from "@/server/auth/password";
import type { Context } from "@/server/context";
import { database } from "@/server/db/client";
import { sessions } from "@/server/db/schema/sessions";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import type { SignInInput } from "../input";

/** How long a sign-in lasts. */
export const sessionLifetimeDays = 30;

/**
 * Starts a session for whoever knows the password. Throws INVALID_CREDENTIALS whether the account or the
 * password is wrong, in the same time; only after the right password ACCOUNT_PENDING or ACCOUNT_NOT_ACTIVE.
 */
export async function signIn(
  ctx: Context,
  input: SignInInput,
): Promise<{ userId: string; sessionId: string }> {
  const [user] = await database()
    .db.select({ id: users.id, passwordHash: users.passwordHash, status: users.status })
    .from(users)
    .where(or(eq(users.email, input.login), eq(users.username, input.login)))
    .limit(1);
  const fits = await verifyPassword(user?.passwordHash ?? null, input.password);
  if (!user || !fits) throw new AppError("INVALID_CREDENTIALS");
  if (user.status === "pending") throw new AppError("ACCOUNT_PENDING");
  if (user.status !== "active") throw new AppError("ACCOUNT_NOT_ACTIVE");
  const sessionId = await transaction(ctx, async (tx) => {
    const [row] = await tx.db
      .insert(sessions)
      .values({
        userId: user.id,
        ip: ctx.ip,
        userAgent: ctx.userAgent,
        expiresAt: sql`now() + ${sessionLifetimeDays} * interval '1 day'`,
      })
      .returning({ id: sessions.id });
    const { id } = row as { id: string };
    tx.audit({ action: "session.started", target: { type: "session", id }, after: { userId: user.id } });
    return id;
  });
  return { userId: user.id, sessionId };
}
