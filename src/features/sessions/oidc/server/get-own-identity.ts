import { and, eq } from "drizzle-orm";
import { oidcConfiguration } from "@/server/auth/oidc-configuration";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { externalIdentities } from "@/server/db/schema/identities";
import type { OwnIdentity } from "../dto";

/** The actor's account at the instance's provider, if there is a provider and an account is linked. */
export async function getOwnIdentity(ctx: ActorContext): Promise<OwnIdentity> {
  const configuration = oidcConfiguration();
  if (!configuration) return { provider: null, linked: null };
  const { issuer, name: provider } = configuration;
  const [row] = await database()
    .db.select()
    .from(externalIdentities)
    .where(and(eq(externalIdentities.userId, ctx.actor.id), eq(externalIdentities.issuer, issuer)));
  if (!row) return { provider, linked: null };
  const { label, createdAt, lastUsedAt } = row;
  return {
    provider,
    linked: { label, since: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null },
  };
}
