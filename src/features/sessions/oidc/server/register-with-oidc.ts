import { and, eq, sql } from "drizzle-orm";
import { enforceRateLimit } from "@/features/security/server/enforce-rate-limit";
import { getSetting } from "@/features/settings/server/get-settings";
import { emailValue, timeZoneValue } from "@/features/users/input";
import { freeUsername } from "@/features/users/server/free-username";
import { insertAccount } from "@/features/users/server/insert-account";
import { type Locale, locales } from "@/lib/locales";
import { AppError } from "@/server/app-error";
import type { Context } from "@/server/context";
import type { Queryable } from "@/server/db/client";
import { externalIdentities } from "@/server/db/schema/identities";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import type { OidcClaims } from "../claims";

/**
 * Makes an account for somebody whom the provider vouches for and nobody here knows, as the sign-up policy says, and
 * links it. Of two who come back at once as the same person, one makes it and both get it. Returns its id. Throws SIGN_UP_CLOSED; PROVIDER_EMAIL_UNVERIFIED without an address that the provider
 * calls verified; PROVIDER_EMAIL_TAKEN when an account has that address: only its owner, signed in, can link it.
 */
export async function registerWithOidc(ctx: Context, claims: OidcClaims): Promise<string> {
  const policy = await getSetting("signUpPolicy");
  if (policy === "closed") throw new AppError("SIGN_UP_CLOSED");
  const email = emailValue.safeParse(claims.email);
  if (!email.success || !claims.email_verified) throw new AppError("PROVIDER_EMAIL_UNVERIFIED");
  await enforceRateLimit("registration", { ...ctx, actor: null });
  const status = policy === "open" ? "active" : "pending";
  return transaction(ctx, async (tx) => {
    const made = await madeMeanwhile(tx.db, claims);
    if (made) return made;
    const [taken] = await tx.db.select({ id: users.id }).from(users).where(eq(users.email, email.data));
    if (taken) throw new AppError("PROVIDER_EMAIL_TAKEN");
    const local = email.data.split("@")[0] as string;
    const username = await freeUsername(tx.db, claims.preferred_username?.split("@")[0] ?? local);
    const displayName = (claims.name ?? claims.preferred_username ?? local).slice(0, 80).trim();
    const profile = { username, displayName, email: email.data, ...devicesOf(claims) };
    const id = await insertAccount(tx.db, profile, { role: "user", status, verified: true });
    tx.audit({
      action: "user.registered",
      target: { type: "user", id },
      after: { status, provider: claims.iss },
    });
    await tx.db.insert(externalIdentities).values({
      userId: id,
      ...{ issuer: claims.iss, subject: claims.sub, label: email.data },
    });
    return id;
  });
}

/** Waits for whoever registers the same person at this moment, until the transaction ends. Returns whom they made. */
async function madeMeanwhile(db: Queryable, { iss, sub }: OidcClaims): Promise<string | null> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${iss} ${sub}`}, 6))`);
  const [row] = await db
    .select({ userId: externalIdentities.userId })
    .from(externalIdentities)
    .where(and(eq(externalIdentities.issuer, iss), eq(externalIdentities.subject, sub)));
  return row?.userId ?? null;
}

/** The language and the time zone, as far as they are ours. */
function devicesOf({ locale, zoneinfo }: OidcClaims): { locale?: Locale; timeZone?: string } {
  const language = locales.find((each) => locale?.toLowerCase().split(/[-_]/)[0] === each);
  const zone = timeZoneValue.safeParse(zoneinfo);
  return { ...(language && { locale: language }), ...(zone.success && { timeZone: zone.data }) };
}
