import type { FormOutcome } from "@/components/form-outcome";
import { type ErrorCode, errorCodes } from "@/lib/error-codes";

/** Signs in through one of next-auth's forms; on success the session's cookie is set. */
export async function signInThrough(
  form: "credentials" | "passkey" | "provider-code",
  values: Record<string, string>,
): Promise<FormOutcome> {
  try {
    const { getCsrfToken } = await import("next-auth/react");
    const csrfToken = (await getCsrfToken()) ?? "";
    // next-auth's own call would hand on the refusal's code without how long to wait.
    const answer = await fetch(`/api/auth/callback/${form}`, {
      method: "POST",
      body: new URLSearchParams({ ...values, csrfToken, callbackUrl: window.location.href, json: "true" }),
    });
    const { url, code, details } = await answer.json();
    const isForeignForm = new URL(url).searchParams.has("csrf");
    if (answer.ok && !isForeignForm) return { ok: true };
    return { ok: false, code: errorCodes.includes(code as ErrorCode) ? code : "INTERNAL", details };
  } catch {
    return { ok: false, code: "UNREACHABLE" };
  }
}
