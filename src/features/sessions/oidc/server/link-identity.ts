import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { externalIdentities } from "@/server/db/schema/identities";
import { transaction } from "@/server/db/transaction";
import { tellFactorChange } from "../../factors/server/tell-factor-change";
import type { OidcClaims } from "../claims";
import { requireIssuer } from "./require-issuer";

/**
 * Links whom the provider vouches for to the actor's account; the caller has seen that the actor asked for it just now.
 * Throws PROVIDER_LINKED when either has another already, PROVIDER_FAILED for a foreign issuer.
 */
export async function linkIdentity(ctx: ActorContext, claims: OidcClaims): Promise<void> {
  const issuer = requireIssuer(claims);
  const { id: userId } = ctx.actor;
  const label = claims.email ?? claims.preferred_username ?? null;
  await transaction(ctx, async (tx) => {
    const [linked] = await tx.db
      .insert(externalIdentities)
      .values({ userId, issuer, subject: claims.sub, label })
      .onConflictDoNothing()
      .returning({ id: externalIdentities.id });
    if (!linked) throw new AppError("PROVIDER_LINKED");
    tx.audit({
      action: "user.identity-linked",
      target: { type: "user", id: userId },
      after: { provider: issuer, label },
    });
    await tellFactorChange(tx, ctx, userId, "identityLinked");
  });
}
