import { and, eq, isNull, lt, or } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { openSealed, sealSecret } from "@/server/auth/sealed-secret";
import type { Queryable } from "@/server/db/client";
import { totpFactors } from "@/server/db/schema/factors";

/** What authenticator apps understand without being told. */
const period = 30;
const parameters = { algorithm: "SHA1", digits: 6, period } as const;
const purpose = "totp secret";

/** 160 bits, as RFC 4226 recommends. */
export const newTotpSecret = () => new Secret({ size: 20 });

export function totpUri(secret: Secret, issuer: string, label: string): string {
  return new TOTP({ ...parameters, issuer, label, secret }).toString();
}

export const sealTotpSecret = (secret: Secret, userId: string) => sealSecret(secret.bytes, purpose, userId);

/**
 * The time step to which a code belongs, at most one before or after the present one: clocks differ. Null when
 * it fits none, or when the secret cannot be opened.
 */
export function stepOfCode(sealed: Uint8Array, userId: string, code: string): number | null {
  const bytes = openSealed(sealed, purpose, userId);
  if (!bytes) return null;
  const secret = new Secret({ buffer: new Uint8Array(bytes).buffer });
  const now = Date.now();
  const delta = new TOTP({ ...parameters, secret }).validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / 1000 / period) + delta;
}

/** Uses a code up. False when it is wrong, or when it or a later one was used before. */
export async function spendTotpCode(db: Queryable, userId: string, code: string): Promise<boolean> {
  const [factor] = await db
    .select({ sealedSecret: totpFactors.sealedSecret })
    .from(totpFactors)
    .where(eq(totpFactors.userId, userId));
  const step = factor?.sealedSecret ? stepOfCode(factor.sealedSecret, userId, code) : null;
  if (step === null) return false;
  // Of two who show the same code at once, one gets the row.
  const used = await db
    .update(totpFactors)
    .set({ lastUsedStep: step })
    .where(
      and(
        eq(totpFactors.userId, userId),
        or(isNull(totpFactors.lastUsedStep), lt(totpFactors.lastUsedStep, step)),
      ),
    )
    .returning({ userId: totpFactors.userId });
  return used.length > 0;
}
