import { sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { Queryable } from "@/server/db/client";
import { passkeys } from "@/server/db/schema/factors";
import { externalIdentities } from "@/server/db/schema/identities";
import { users } from "@/server/db/schema/users";
import { env } from "@/server/env";

/**
 * Sees, after something was taken away, that the person can still sign in: with a password, a passkey or the instance's
 * provider. Throws ONLY_WAY_IN. The caller holds the lock on their factors.
 */
export async function requireWayIn(db: Queryable, userId: string): Promise<void> {
  const issuer = env().OIDC_ISSUER ?? null;
  const [row] = await db.execute<{ found: boolean }>(sql`
    select exists (select from ${users} where ${users.id} = ${userId} and ${users.passwordHash} is not null)
        or exists (select from ${passkeys} where ${passkeys.userId} = ${userId})
        or exists (select from ${externalIdentities}
                   where ${externalIdentities.userId} = ${userId}
                     and ${externalIdentities.issuer} = ${issuer}) as found`);
  if (!row?.found) throw new AppError("ONLY_WAY_IN");
}
