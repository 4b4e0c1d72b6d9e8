import { and, eq, sql } from "drizzle-orm";
import { enforceRateLimit } from "@/features/security/server/enforce-rate-limit";
import { AppError } from "@/server/app-error";
import type { Context } from "@/server/context";
import { database } from "@/server/db/client";
import { passkeys } from "@/server/db/schema/factors";
import { users } from "@/server/db/schema/users";
import { logSecurityEvent } from "@/server/log/security-event";
import { admitSignIn, settleSignIn } from "../../server/admit-sign-in";
import { takeChallenge } from "../../server/auth-challenges";
import { refusalOf, standingColumns } from "../../server/refusal-of";
import { type StartedSession, startSession } from "../../server/start-session";
import type { Assertion } from "../input";
import { relyingParty } from "./relying-party";

type Passkey = typeof passkeys.$inferSelect;

/**
 * Starts a session for whoever holds a passkey and unlocked it: two factors in one. The signature must answer what
 * this browser was asked, once. Throws PASSKEY_REFUSED for whatever is wrong; only with a right signature why the
 * account cannot be used. Throws RATE_LIMITED.
 */
export async function signInWithPasskey(
  ctx: Context,
  browserSecret: string | null,
  assertion: Assertion,
): Promise<StartedSession> {
  await enforceRateLimit("signIn", { ...ctx, actor: null });
  const attempt = await admitSignIn(ctx, { passkey: assertion.id });
  const challenge = browserSecret && (await takeChallenge("passkey_sign_in", { browserSecret }));
  const [found] = await database()
    .db.select({ passkey: passkeys, standing: standingColumns })
    .from(passkeys)
    .innerJoin(users, eq(users.id, passkeys.userId))
    .where(eq(passkeys.credentialId, assertion.id));
  if (!challenge || !found || !(await isSignedBy(ctx, found.passkey, challenge, assertion))) {
    await settleSignIn(attempt, "failed", found?.passkey.userId ?? null);
    throw new AppError("PASSKEY_REFUSED");
  }
  const { passkey, standing } = found;
  const refusal = await refusalOf(standing);
  if (refusal) {
    await settleSignIn(attempt, "not_active", passkey.userId);
    throw refusal;
  }
  await settleSignIn(attempt, "signed_in", passkey.userId);
  return startSession(ctx, passkey.userId, "browser", "passkey");
}

async function isSignedBy(
  ctx: Context,
  passkey: Passkey,
  challenge: string,
  assertion: Assertion,
): Promise<boolean> {
  const { credentialId: id, publicKey, counter } = passkey;
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty();
  const { verifyAuthenticationResponse } = await import("@simplewebauthn/server");
  const result = await verifyAuthenticationResponse({
    ...{ response: assertion, expectedChallenge: challenge, expectedOrigin, expectedRPID },
    // Of the counter the library says no more than that something is wrong: it is compared below.
    credential: { id, publicKey: Uint8Array.from(publicKey), counter: 0 },
    requireUserVerification: true,
  }).catch(() => null);
  if (!result?.verified) return false;
  const { newCounter, credentialBackedUp: backedUp } = result.authenticationInfo;
  // Authenticators that do not count always say 0. Of two signatures with one number, one gets the row.
  const counted = await database()
    .db.update(passkeys)
    .set({ counter: newCounter, backedUp, lastUsedAt: sql`now()` })
    .where(
      and(
        eq(passkeys.id, passkey.id),
        sql`(${passkeys.counter} < ${newCounter} or (${passkeys.counter} = 0 and ${newCounter} = 0))`,
      ),
    )
    .returning({ id: passkeys.id });
  if (counted.length > 0) return true;
  logSecurityEvent("passkey.copied", ctx, {
    ...{ userId: passkey.userId, passkeyId: passkey.id, counter, newCounter },
  });
  return false;
}
