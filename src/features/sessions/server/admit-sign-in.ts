import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { recordSecurityEvent } from "@/features/security/server/events/record-security-event";
import { watchFailedSignIn } from "@/features/security/server/events/watch-sign-ins";
import { getSettings } from "@/features/settings/server/get-settings";
import { announceOwnSecurity } from "@/server/auth/announce-own-security";
import type { Context } from "@/server/context";
import { database, type Queryable } from "@/server/db/client";
import { signInAttempts, type signInOutcomes } from "@/server/db/schema/sessions";
import { transaction } from "@/server/db/transaction";
import { placeOf } from "@/server/places/place-of";
import { rateLimited } from "@/server/rate-limit/rate-limited";
import { countLater } from "@/server/tally";
import { systemContext } from "@/server/trpc/request-context";
import { attemptsCounted, signInsChannel } from "../events";
import { freeFailuresOfAddress, waitAfterFailures } from "../lock-out";
import { tellLockedOut } from "./tell-locked-out";

export type SignInOutcome = (typeof signInOutcomes)[number];

/**
 * What is being guessed at: the login that somebody typed, what a signed-in person proves once more, a passkey, an
 * account at the provider, or the code that somebody owes whom the provider vouches for.
 */
type Guessed =
  | { login: string }
  | { confirmationOf: string }
  | { passkey: string }
  | { identity: string }
  | { secondFactorOf: string };

/**
 * Writes an attempt to sign in down before the password is looked at, as failed until proved otherwise, so
 * that guesses made at the same moment count as well. Throws RATE_LIMITED while the login or the address
 * has to wait after too many failures, whether or not there is such an account; whose account it is learns of that by
 * mail, once a day.
 * Returns the attempt's id for `settleSignIn`.
 */
export async function admitSignIn(ctx: Context, guessed: Guessed): Promise<number> {
  const { freeSignInFailures, longestLockOutMinutes } = await getSettings();
  const loginHash = hashOf(guessed);
  const { id, wait, isNews } = await database().db.transaction(async (db) => {
    await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${loginHash.toString("hex")}, 4))`);
    const [ofLogin, ofAddress] = [await failuresOfLogin(db, loginHash), await failuresOfAddress(db, ctx.ip)];
    const remaining = ({ count, secondsAgo }: Failures, free: number) =>
      waitAfterFailures(count, free, longestLockOutMinutes) - secondsAgo;
    const waitOfLogin = remaining(ofLogin, freeSignInFailures);
    const wait = Math.max(waitOfLogin, remaining(ofAddress, freeFailuresOfAddress));
    const isNews = waitOfLogin > 0 && !(await hadToWait(db, loginHash));
    const [row] = await db
      .insert(signInAttempts)
      .values({
        loginHash,
        ip: ctx.ip,
        ...placeOf(ctx.ip),
        userAgent: ctx.userAgent,
        outcome: wait > 0 ? "locked_out" : "failed",
      })
      .returning({ id: signInAttempts.id });
    return { id: (row as { id: number }).id, wait, isNews };
  });
  if (isNews && "login" in guessed) countLater("locked-out-logins", guessed.login, tellLockedOut);
  countLater("sign-in-attempts", "all", announceToConsole);
  if (wait > 0) {
    const subject = loginHash.toString("hex");
    await recordSecurityEvent(ctx, { kind: "sign-in.locked-out", subject, facts: { attemptId: id } });
    await watchFailedSignIn(ctx);
    throw rateLimited(Math.ceil(wait));
  }
  return id;
}

/**
 * Writes down what became of an admitted attempt. Whose account it was learns of a failed one a moment later: whoever
 * guesses must not find out by the time it takes that there is such an account.
 */
export async function settleSignIn(
  attemptId: number,
  outcome: SignInOutcome,
  userId: string | null,
): Promise<void> {
  await database().db.update(signInAttempts).set({ outcome, userId }).where(eq(signInAttempts.id, attemptId));
  countLater("sign-in-attempts", "all", announceToConsole);
  // A session that starts is told of by itself; a confirmation is listed nowhere.
  if (userId && outcome !== "signed_in" && outcome !== "confirmed") {
    countLater("own-sign-in-attempts", userId, announceAttempts);
  }
}

function announceAttempts(counts: Map<string, number>): Promise<void> {
  return transaction(systemContext(), async (tx) => {
    for (const userId of counts.keys()) announceOwnSecurity(tx, userId);
  });
}

function announceToConsole(): Promise<void> {
  return transaction(systemContext(), async (tx) =>
    tx.emit({ channels: [signInsChannel], name: attemptsCounted, data: {} }),
  );
}

type Failures = { count: number; secondsAgo: number };

/** Failures since this login last succeeded, within a day. */
function failuresOfLogin(db: Queryable, loginHash: Buffer): Promise<Failures> {
  return countFailures(
    db,
    sql`${signInAttempts.loginHash} = ${loginHash} and ${signInAttempts.id} > coalesce((
      select max(id) from ${signInAttempts} as success
      where success.login_hash = ${loginHash} and success.outcome in ('signed_in', 'confirmed')), 0)`,
    "1 day",
  );
}

/** Failures from an address for whatever logins, within an hour; a success in between changes nothing. */
function failuresOfAddress(db: Queryable, ip: string | null): Promise<Failures> {
  return countFailures(db, sql`${signInAttempts.ip} = ${ip}::inet`, "1 hour");
}

/** Whether this login had to wait within a day already. */
async function hadToWait(db: Queryable, loginHash: Buffer): Promise<boolean> {
  const [row] = await db
    .select({ id: signInAttempts.id })
    .from(signInAttempts)
    .where(
      sql`${signInAttempts.loginHash} = ${loginHash} and ${signInAttempts.outcome} = 'locked_out'
        and ${signInAttempts.at} > now() - interval '1 day'`,
    )
    .limit(1);
  return row !== undefined;
}

async function countFailures(
  db: Queryable,
  which: ReturnType<typeof sql>,
  within: string,
): Promise<Failures> {
  const [row] = await db
    .select({
      // `now()` is when the transaction began, which may be before the failure that it waited for.
      count: sql<number>`count(*)::int`,
      secondsAgo: sql<number>`coalesce(greatest(0, extract(epoch from clock_timestamp() - max(${signInAttempts.at}))), 0)::float8`,
    })
    .from(signInAttempts)
    .where(
      sql`${which} and ${signInAttempts.outcome} in ('failed', 'second_factor_wrong')
        and ${signInAttempts.at} > now() - ${within}::interval`,
    );
  return row as Failures;
}

/** Under which an attempt is counted. */
export function hashOf(guessed: Guessed): Buffer {
  return createHash("sha256").update(nameOf(guessed)).digest();
}

function nameOf(guessed: Guessed): string {
  if ("login" in guessed) return `login ${guessed.login.normalize("NFKC").toLowerCase()}`;
  if ("passkey" in guessed) return `passkey ${guessed.passkey}`;
  if ("identity" in guessed) return `identity ${guessed.identity}`;
  if ("secondFactorOf" in guessed) return `second factor ${guessed.secondFactorOf}`;
  return `confirmation ${guessed.confirmationOf}`;
}
