import { AppError } from "@/server/app-error";
import { oidcConfiguration } from "@/server/auth/oidc-configuration";
import type { ActorContext } from "@/server/context";
import type { PasswordInput } from "../../factors/input";
import { putChallenge } from "../../server/auth-challenges";
import { requireProof } from "../../server/require-proof";

/**
 * Lets what the provider says next, in this session and within five minutes, be linked to the actor's account. Asks who
 * they are first. Throws NOT_FOUND without a provider, and what `requireProof` throws.
 */
export async function beginLink(ctx: ActorContext, input: PasswordInput): Promise<void> {
  if (!oidcConfiguration()) throw new AppError("NOT_FOUND");
  await requireProof(ctx, input.password);
  await putChallenge("provider_link", { userId: ctx.actor.id, sessionId: ctx.sessionId }, "link");
}
