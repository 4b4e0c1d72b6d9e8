import type { FormOutcome } from "@/components/form-outcome";
import { signInThrough } from "../../ui/sign-in-through";

/** Asks this browser for a passkey and signs in with it. */
export async function signInWithPasskey(): Promise<FormOutcome> {
  const answer = await fetch("/api/passkey", { method: "POST" }).catch(() => null);
  const question = await answer?.json().catch(() => null);
  if (!answer?.ok) return { ok: false, code: question?.code ?? "INTERNAL", details: question?.details };
  const { startAuthentication } = await import("@simplewebauthn/browser");
  // Whoever closes the browser's dialog, or has no passkey, is told the same: browsers do not say which.
  const assertion = await startAuthentication({ optionsJSON: question }).catch(() => null);
  if (!assertion) return { ok: false, code: "PASSKEY_REFUSED" };
  return signInThrough("passkey", { assertion: JSON.stringify(assertion) });
}
