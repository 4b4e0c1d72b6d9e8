import { and, eq, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { Context } from "@/server/context";
import { database } from "@/server/db/client";
import { externalIdentities } from "@/server/db/schema/identities";
import { users } from "@/server/db/schema/users";
import { requireSecondFactor } from "../../factors/server/require-second-factor";
import { admitSignIn, settleSignIn } from "../../server/admit-sign-in";
import { putChallenge } from "../../server/auth-challenges";
import { refusalOf, standingColumns } from "../../server/refusal-of";
import { type StartedSession, startSession } from "../../server/start-session";
import type { OidcClaims } from "../claims";
import { registerWithOidc } from "./register-with-oidc";
import { requireIssuer } from "./require-issuer";

/**
 * Starts a session for whom the provider vouches: for the account that its identity is linked to, or for a new one as
 * far as the sign-up policy allows it. An account is never found by its address. Throws what signing in with a
 * password throws, but for the password; SECOND_FACTOR_MISSING is then answered with `finishWithCode` from the browser
 * that holds `browserSecret`. Every attempt is written down.
 */
export async function signInWithOidc(
  ctx: Context,
  claims: OidcClaims,
  browserSecret: string,
): Promise<StartedSession> {
  const issuer = requireIssuer(claims);
  const attempt = await admitSignIn(ctx, { identity: `${issuer} ${claims.sub}` });
  const userId = (await findLinked(issuer, claims)) ?? (await registered(ctx, claims, attempt));
  const [standing] = await database().db.select(standingColumns).from(users).where(eq(users.id, userId));
  const refusal = standing ? await refusalOf(standing) : new AppError("ACCOUNT_NOT_ACTIVE");
  if (refusal) {
    await settleSignIn(attempt, "not_active", userId);
    throw refusal;
  }
  try {
    await requireSecondFactor(ctx, attempt, userId, undefined);
  } catch (error) {
    await putChallenge("provider_code", { browserSecret }, userId);
    throw error;
  }
  await settleSignIn(attempt, "signed_in", userId);
  return startSession(ctx, userId, "browser", "provider");
}

/** Whose identity it is. */
async function findLinked(
  issuer: string,
  { sub, preferred_username, email }: OidcClaims,
): Promise<string | null> {
  const [row] = await database()
    .db.update(externalIdentities)
    .set({ lastUsedAt: sql`now()`, label: email ?? preferred_username ?? null })
    .where(and(eq(externalIdentities.issuer, issuer), eq(externalIdentities.subject, sub)))
    .returning({ userId: externalIdentities.userId });
  return row?.userId ?? null;
}

async function registered(ctx: Context, claims: OidcClaims, attempt: number): Promise<string> {
  try {
    return await registerWithOidc(ctx, claims);
  } catch (error) {
    // Nothing was guessed: it does not count against the address.
    await settleSignIn(attempt, "not_active", null);
    throw error;
  }
}
