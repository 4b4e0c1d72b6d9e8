import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server";
import { eq } from "drizzle-orm";
import { parse } from "uuid";
import { getSetting } from "@/features/settings/server/get-settings";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { passkeys } from "@/server/db/schema/factors";
import type { PasswordInput } from "../../factors/input";
import { putChallenge } from "../../server/auth-challenges";
import { requireProof } from "../../server/require-proof";
import { relyingParty } from "./relying-party";

/**
 * What the actor's browser needs to make a passkey: one that names the person by itself and checks who uses it.
 * Throws PASSWORD_WRONG or RATE_LIMITED.
 */
export async function beginPasskey(
  ctx: ActorContext,
  input: PasswordInput,
): Promise<Omit<PublicKeyCredentialCreationOptionsJSON, "extensions">> {
  const { id, username, displayName } = ctx.actor;
  await requireProof(ctx, input.password);
  const known = await database()
    .db.select({ id: passkeys.credentialId })
    .from(passkeys)
    .where(eq(passkeys.userId, id));
  const { generateRegistrationOptions } = await import("@simplewebauthn/server");
  const options = await generateRegistrationOptions({
    rpName: await getSetting("instanceName"),
    rpID: relyingParty().id,
    userID: Uint8Array.from(parse(id)),
    userName: username,
    userDisplayName: displayName,
    excludeCredentials: known,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  await putChallenge("passkey_registration", { userId: id, sessionId: ctx.sessionId }, options.challenge);
  return options;
}
