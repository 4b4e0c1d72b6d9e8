import type { FormOutcome } from "@/components/form-outcome";
import { type ErrorCode, errorCodes } from "@/lib/error-codes";

/** Leaves for the OpenID provider's page; from there the browser comes back to `target`, a path of ours. */
export async function goToProvider(target: string): Promise<FormOutcome> {
  try {
    const { getCsrfToken } = await import("next-auth/react");
    const csrfToken = (await getCsrfToken()) ?? "";
    const callbackUrl = new URL(target, window.location.origin).href;
    const answer = await fetch("/api/auth/signin/oidc", {
      method: "POST",
      body: new URLSearchParams({ csrfToken, callbackUrl, json: "true" }),
    });
    const { url, code, details } = await answer.json();
    if (answer.ok && url) {
      window.location.assign(url);
      return { ok: true };
    }
    return { ok: false, code: errorCodes.includes(code as ErrorCode) ? code : "INTERNAL", details };
  } catch {
    return { ok: false, code: "UNREACHABLE" };
  }
}
