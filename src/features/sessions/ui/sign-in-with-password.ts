import { signIn } from "next-auth/react";
import type { FormOutcome } from "@/components/form-outcome";
import { type ErrorCode, errorCodes } from "@/lib/error-codes";
import type { SignInInput } from "../input";

/** Signs in through next-auth; on success the session's cookie is set. */
export async function signInWithPassword(values: SignInInput): Promise<FormOutcome> {
  const result = await signIn("credentials", { ...values, redirect: false }).catch(() => null);
  if (result?.ok && !result.error) return { ok: true };
  const code = result?.error as ErrorCode;
  return { ok: false, code: errorCodes.includes(code) ? code : "INTERNAL" };
}
