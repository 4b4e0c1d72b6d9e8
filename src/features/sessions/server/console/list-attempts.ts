import { and, desc, eq, inArray, lt } from "drizzle-orm";
import { database } from "@/server/db/client";
import { signInAttempts, type signInOutcomes } from "@/server/db/schema/sessions";
import { users } from "@/server/db/schema/users";
import { userNamed } from "@/server/db/user-named";
import { withinDays } from "@/server/db/within-days";
import { withinNetwork } from "@/server/db/within-network";
import type { SignInAttempt, SignInAttemptPage } from "../../dto";
import type { ListAttemptsInput } from "../../input";
import { describeDevice } from "../describe-device";

type Outcome = (typeof signInOutcomes)[number];

/** What the console calls each outcome. */
const outcomesOf: Record<SignInAttempt["outcome"], Outcome[]> = {
  succeeded: ["signed_in", "confirmed"],
  failed: ["failed", "second_factor_missing", "second_factor_wrong", "not_active"],
  locked_out: ["locked_out"],
};

/** Attempts to sign in, everybody's and those at no account, the newest first, one keyset page at a time. */
export async function listAttempts(input: ListAttemptsInput): Promise<SignInAttemptPage> {
  const rows = await listAttemptsQuery(input);
  const attempts = rows.slice(0, input.limit).map(({ attempt, person }) => ({
    id: attempt.id,
    at: attempt.at.toISOString(),
    outcome: outcomeOf(attempt.outcome),
    confirmation: attempt.outcome === "confirmed",
    person,
    device: describeDevice(attempt.userAgent),
    ip: attempt.ip,
    country: attempt.country,
    network: attempt.network,
  }));
  return { attempts, nextCursor: rows.length > input.limit ? (attempts.at(-1)?.id ?? null) : null };
}

/** The statement of `listAttempts`: one row more than the page holds, if there are more. */
export function listAttemptsQuery(input: ListAttemptsInput) {
  const { outcome, userId, person, from, to, network, country, cursor, limit } = input;
  return database()
    .db.select({
      attempt: signInAttempts,
      person: { id: users.id, displayName: users.displayName, username: users.username },
    })
    .from(signInAttempts)
    .leftJoin(users, eq(users.id, signInAttempts.userId))
    .where(
      and(
        outcome ? inArray(signInAttempts.outcome, outcomesOf[outcome]) : undefined,
        userId ? eq(signInAttempts.userId, userId) : undefined,
        person ? eq(signInAttempts.userId, userNamed(person)) : undefined,
        withinDays(signInAttempts.at, { from, to }),
        network ? withinNetwork(signInAttempts.ip, network) : undefined,
        country ? eq(signInAttempts.country, country) : undefined,
        cursor ? lt(signInAttempts.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(signInAttempts.id))
    .limit(limit + 1);
}

function outcomeOf(stored: Outcome): SignInAttempt["outcome"] {
  if (outcomesOf.succeeded.includes(stored)) return "succeeded";
  return stored === "locked_out" ? "locked_out" : "failed";
}
