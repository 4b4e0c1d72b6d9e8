import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { passkeys } from "@/server/db/schema/factors";
import { transaction } from "@/server/db/transaction";
import { factorAdded, lockFactors } from "../../factors/server/change-factors";
import { factorsOf } from "../../factors/server/factors-of";
import { tellFactorChange } from "../../factors/server/tell-factor-change";
import { takeChallenge } from "../../server/auth-challenges";
import type { AddedPasskey } from "../dto";
import type { AddPasskeyInput } from "../input";
import { relyingParty } from "./relying-party";
import { toOwnPasskey } from "./to-dto";

const maximumPasskeys = 20;

/**
 * Keeps the passkey that `beginPasskey` asked for, in the same session. Throws PASSKEY_REFUSED when it answers
 * another question, comes from another site or did not check who uses it; TOO_MANY_PASSKEYS.
 */
export async function addPasskey(ctx: ActorContext, input: AddPasskeyInput): Promise<AddedPasskey> {
  const { id: userId } = ctx.actor;
  const { counter, ...credential } = await verified(ctx, input);
  return transaction(ctx, async (tx) => {
    await lockFactors(tx, userId);
    const { passkeys: held } = await factorsOf(tx.db, userId);
    if (held >= maximumPasskeys) throw new AppError("TOO_MANY_PASSKEYS");
    const [row] = await tx.db
      .insert(passkeys)
      .values({ ...credential, counter, userId, name: input.name })
      .onConflictDoNothing({ target: passkeys.credentialId })
      .returning();
    if (!row) throw new AppError("PASSKEY_REFUSED");
    tx.audit({
      action: "user.passkey-added",
      target: { type: "user", id: userId },
      after: { name: row.name },
    });
    await tellFactorChange(tx, ctx, userId, "passkeyAdded");
    return { passkey: toOwnPasskey(row), recoveryCodes: (await factorAdded(tx, userId)) ?? [] };
  });
}

async function verified({ actor, sessionId }: ActorContext, { registration }: AddPasskeyInput) {
  const challenge = await takeChallenge("passkey_registration", { userId: actor.id, sessionId });
  if (challenge === null) throw new AppError("PASSKEY_REFUSED");
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty();
  const { verifyRegistrationResponse } = await import("@simplewebauthn/server");
  const { registrationInfo: info } = await verifyRegistrationResponse({
    ...{ response: registration, expectedChallenge: challenge, expectedOrigin, expectedRPID },
    requireUserVerification: true,
  }).catch(() => ({ registrationInfo: undefined }));
  if (!info) throw new AppError("PASSKEY_REFUSED");
  const { id, publicKey, counter, transports } = info.credential;
  return {
    credentialId: id,
    publicKey,
    counter,
    transports: transports ?? [],
    backedUp: info.credentialBackedUp,
  };
}
