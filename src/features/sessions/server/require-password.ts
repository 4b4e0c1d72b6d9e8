import { eq } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import { verifyPassword } from "@/server/auth/password";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import { admitSignIn, settleSignIn } from "./admit-sign-in";

/** Checks the actor's password again before something that matters; wrong ones make wait as at sign-in. */
export async function requirePassword(ctx: ActorContext, password: string): Promise<void> {
  const { id } = ctx.actor;
  const attempt = await admitSignIn(ctx, { confirmationOf: id });
  const [row] = await database()
    .db.select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, id));
  const fits = await verifyPassword(row?.passwordHash ?? null, password);
  await settleSignIn(attempt, fits ? "confirmed" : "failed", id);
  if (!fits) throw new AppError("PASSWORD_WRONG");
}
