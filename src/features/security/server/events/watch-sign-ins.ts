import { and, countDistinct, desc, eq, gt, inArray, isNotNull, ne, sql } from "drizzle-orm";
import { getSettings } from "@/features/settings/server/get-settings";
import type { Context } from "@/server/context";
import { database } from "@/server/db/client";
import { sessions, signInAttempts } from "@/server/db/schema/sessions";
import { placeOf } from "@/server/places/place-of";
import { countryDistance } from "../places/country-distance";
import { recordSecurityEvent } from "./record-security-event";

/** Looks at an attempt that failed: raises an event when the address fails at many accounts. */
export async function watchFailedSignIn(ctx: Context): Promise<void> {
  if (!ctx.ip) return;
  const { sprayedLoginsPerHour } = await getSettings();
  const [row] = await database()
    .db.select({ logins: countDistinct(signInAttempts.loginHash) })
    .from(signInAttempts)
    .where(
      and(
        sql`${signInAttempts.ip} = ${ctx.ip}::inet`,
        inArray(signInAttempts.outcome, ["failed", "second_factor_wrong", "locked_out"]),
        gt(signInAttempts.at, sql`now() - interval '1 hour'`),
      ),
    );
  const logins = row?.logins ?? 0;
  if (logins < sprayedLoginsPerHour) return;
  await recordSecurityEvent(ctx, { kind: "sign-in.sprayed", subject: ctx.ip, facts: { logins } });
}

/** Looks at a sign-in that succeeded: is the address, or the account, busier than people are? */
export async function watchSignIn(ctx: Context, userId: string, sessionId: string): Promise<void> {
  await Promise.all([watchAddress(ctx), watchPlaces(ctx, userId, sessionId)]);
}

async function watchAddress(ctx: Context): Promise<void> {
  if (!ctx.ip) return;
  const { accountsPerAddressPerHour } = await getSettings();
  const [row] = await database()
    .db.select({ accounts: countDistinct(sessions.userId) })
    .from(sessions)
    .where(
      and(sql`${sessions.ip} = ${ctx.ip}::inet`, gt(sessions.createdAt, sql`now() - interval '1 hour'`)),
    );
  const accounts = row?.accounts ?? 0;
  if (accounts < accountsPerAddressPerHour) return;
  await recordSecurityEvent(ctx, { kind: "sign-in.many-accounts", subject: ctx.ip, facts: { accounts } });
}

/**
 * Looks at where an account is used: from how many countries within a day, and how fast its person would have
 * had to travel. Call when a session begins, or goes on in another country.
 * @param before where and when this very session was used before; null for one that begins
 */
export async function watchPlaces(
  ctx: Context,
  userId: string,
  sessionId: string,
  before: { country: string | null; lastUsedAt: Date } | null = null,
): Promise<void> {
  const { country } = placeOf(ctx.ip);
  if (!country) return;
  const { countriesPerDay, travelKilometresPerHour } = await getSettings();
  const others = await database()
    .db.select({ country: sessions.country, lastUsedAt: sessions.lastUsedAt })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, userId),
        ne(sessions.id, sessionId),
        isNotNull(sessions.country),
        gt(sessions.lastUsedAt, sql`now() - interval '1 day'`),
      ),
    )
    .orderBy(desc(sessions.lastUsedAt))
    .limit(100);
  const uses = before ? [before, ...others] : others;
  const countries = new Set([country, ...uses.flatMap((use) => use.country ?? [])]);
  if (countries.size >= countriesPerDay) {
    const facts = { countries: [...countries].sort().join(" ") };
    await recordSecurityEvent(ctx, { kind: "sign-in.many-countries", subject: userId, userId, facts });
  }
  const [fastest] = uses
    .map((use) => ({ from: use.country ?? "", speed: speed(use, country) }))
    .sort((one, other) => other.speed - one.speed);
  if (!fastest || fastest.speed <= travelKilometresPerHour) return;
  await recordSecurityEvent(ctx, {
    kind: "sign-in.impossible-travel",
    subject: userId,
    userId,
    facts: { from: fastest.from, to: country, kilometresPerHour: Math.round(fastest.speed) },
  });
}

/** Kilometres an hour from an earlier use of the account to here and now. */
function speed(use: { country: string | null; lastUsedAt: Date }, country: string): number {
  const hours = Math.max(1 / 60, (Date.now() - use.lastUsedAt.getTime()) / 3_600_000);
  return use.country ? countryDistance(use.country, country) / hours : 0;
}
