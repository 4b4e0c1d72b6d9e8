import { sql } from "drizzle-orm";
import type { Queryable } from "@/server/db/client";
import { passkeys, recoveryCodes, totpFactors } from "@/server/db/schema/factors";

export type Factors = { totpSince: Date | null; passkeys: number; recoveryCodesLeft: number };

/** What somebody has set up beside their password. */
export async function factorsOf(db: Queryable, userId: string): Promise<Factors> {
  const [row] = await db.execute<{ totp_since: string | null; passkeys: number; codes: number }>(sql`
    select (select ${totpFactors.confirmedAt} from ${totpFactors}
            where ${totpFactors.userId} = ${userId}) as totp_since,
           (select count(*)::int from ${passkeys} where ${passkeys.userId} = ${userId}) as passkeys,
           (select count(*)::int from ${recoveryCodes}
            where ${recoveryCodes.userId} = ${userId} and ${recoveryCodes.usedAt} is null) as codes`);
  return {
    totpSince: row?.totp_since ? new Date(row.totp_since) : null,
    passkeys: row?.passkeys ?? 0,
    recoveryCodesLeft: row?.codes ?? 0,
  };
}

export const hasSecondFactor = ({ totpSince, passkeys }: Factors) => totpSince !== null || passkeys > 0;
