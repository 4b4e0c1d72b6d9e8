import { and, desc, eq, ne, not, type SQL, sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { signInAttempts } from "@/server/db/schema/sessions";
import type { OwnSignInAttempt } from "../dto";
import { describeDevice } from "./describe-device";

const limit = 20;
const told = { signed_in: "succeeded", second_factor_missing: "code_missing" } as const;

/** Whether the same device gave a code soon afterwards, a right or a wrong one. */
const wentOn = sql`exists (
  select from ${signInAttempts} as later
  where later.user_id = ${signInAttempts}.user_id and later.id > ${signInAttempts}.id
    and later.at < ${signInAttempts}.at + interval '15 minutes'
    and later.ip is not distinct from ${signInAttempts}.ip
    and later.user_agent is not distinct from ${signInAttempts}.user_agent
    and later.outcome in ('signed_in', 'second_factor_wrong'))`;

/**
 * The last attempts to sign in to the actor's account, newest first: how somebody notices that others try. The first
 * half of a sign-in that went on to the second is left out; one that did not says that somebody knows the password.
 */
export async function listOwnSignInAttempts(ctx: ActorContext): Promise<OwnSignInAttempt[]> {
  const rows = await database()
    .db.select()
    .from(signInAttempts)
    .where(
      and(
        eq(signInAttempts.userId, ctx.actor.id),
        ne(signInAttempts.outcome, "confirmed"),
        not(and(eq(signInAttempts.outcome, "second_factor_missing"), wentOn) as SQL),
      ),
    )
    .orderBy(desc(signInAttempts.id))
    .limit(limit);
  return rows.map(({ id, at, outcome, userAgent, ip, country }) => ({
    id,
    at: at.toISOString(),
    outcome: told[outcome as keyof typeof told] ?? "failed",
    device: describeDevice(userAgent),
    ip,
    country,
  }));
}
