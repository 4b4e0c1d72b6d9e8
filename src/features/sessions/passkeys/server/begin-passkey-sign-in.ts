import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { enforceRateLimit } from "@/features/security/server/enforce-rate-limit";
import type { Context } from "@/server/context";
import { putChallenge } from "../../server/auth-challenges";
import { relyingParty } from "./relying-party";

/**
 * What a browser needs to ask for a passkey, whoever it is: names no account. The signature counts only with
 * `browserSecret`, which the browser is to hold in a cookie. Throws RATE_LIMITED.
 */
export async function beginPasskeySignIn(
  ctx: Context,
  browserSecret: string,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  await enforceRateLimit("signIn", { ...ctx, actor: null });
  const { generateAuthenticationOptions } = await import("@simplewebauthn/server");
  const options = await generateAuthenticationOptions({
    rpID: relyingParty().id,
    userVerification: "required",
  });
  await putChallenge("passkey_sign_in", { browserSecret }, options.challenge);
  return options;
}
