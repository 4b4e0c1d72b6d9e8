import { sql } from "drizzle-orm";
import { getSetting } from "@/features/settings/server/get-settings";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { totpFactors } from "@/server/db/schema/factors";
import { requireProof } from "../../server/require-proof";
import type { TotpSetUp } from "../dto";
import type { PasswordInput } from "../input";
import { newTotpSecret, sealTotpSecret, totpUri } from "./totp-codes";

/**
 * Makes a secret for an authenticator app. Nothing changes until a code of it is shown from this session
 * (`confirmTotp`); an app that is in use goes on until then. Throws PASSWORD_WRONG or RATE_LIMITED.
 */
export async function beginTotp(ctx: ActorContext, input: PasswordInput): Promise<TotpSetUp> {
  const { id, username } = ctx.actor;
  await requireProof(ctx, input.password);
  const secret = newTotpSecret();
  const pending = {
    pendingSecret: sealTotpSecret(secret, id),
    pendingSession: ctx.sessionId,
    pendingAt: sql`now()`,
  };
  await database()
    .db.insert(totpFactors)
    .values({ userId: id, ...pending })
    .onConflictDoUpdate({ target: totpFactors.userId, set: pending });
  return { secret: secret.base32, uri: totpUri(secret, await getSetting("instanceName"), username) };
}
