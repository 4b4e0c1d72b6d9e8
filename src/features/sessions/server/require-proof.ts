import { eq } from "drizzle-orm";
import type { ErrorCode } from "@/lib/error-codes";
import { AppError } from "@/server/app-error";
import { verifyPassword } from "@/server/auth/password";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import type { ProofKind } from "../dto";
import { spendCode } from "../factors/server/require-second-factor";
import { admitSignIn, settleSignIn } from "./admit-sign-in";
import { spendMailedCode } from "./mailed-code";
import { proofKindOf } from "./proof-kind";

const refusals = {
  password: "PASSWORD_WRONG",
  code: "SECOND_FACTOR_WRONG",
  mail: "MAILED_CODE_WRONG",
} as const satisfies Partial<Record<ProofKind, ErrorCode>>;

/**
 * Has the actor prove once more who they are before something that matters, with what `proofKindOf` says; wrong ones
 * make wait as at sign-in. Throws PASSWORD_WRONG, SECOND_FACTOR_WRONG or MAILED_CODE_WRONG, RATE_LIMITED, or NO_PROOF
 * for whoever has nothing to prove it with.
 */
export async function requireProof(ctx: ActorContext, proof: string): Promise<void> {
  const { id } = ctx.actor;
  const kind = await proofKindOf(ctx);
  if (kind === "none") throw new AppError("NO_PROOF");
  const attempt = await admitSignIn(ctx, { confirmationOf: id });
  const fits = await isRight(ctx, kind, proof);
  await settleSignIn(attempt, fits ? "confirmed" : "failed", id);
  if (!fits) throw new AppError(refusals[kind]);
}

async function isRight(ctx: ActorContext, kind: keyof typeof refusals, proof: string): Promise<boolean> {
  const { id } = ctx.actor;
  if (kind === "code") return spendCode(ctx, id, proof);
  if (kind === "mail") return spendMailedCode(ctx, proof);
  const [row] = await database()
    .db.select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, id));
  return verifyPassword(row?.passwordHash ?? null, proof);
}
