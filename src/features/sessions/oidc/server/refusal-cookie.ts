import { type ErrorCode, errorCodes } from "@/lib/error-codes";
import type { AppError } from "@/server/app-error";
import { cookieOf, sessionCookieOptions } from "@/server/auth/session-cookie";
import { openText, sealText } from "@/server/sealed-text";

export type ProviderRefusal = { code: ErrorCode; details: Record<string, string | number> };

const name = "offchat.refusal";
const purpose = "provider refusal";
const seconds = 60;

/**
 * A `Set-Cookie` value by which the next page knows why the provider's word was not enough: sealed, so that nobody can
 * make our pages say what they like, and not in the address, where a reason would be logged.
 */
export function refusalCookie({ code, details }: AppError): string {
  const { secure } = sessionCookieOptions();
  const value = sealText(purpose, JSON.stringify({ code, details, until: Date.now() + seconds * 1000 }));
  const attributes = ["Path=/", "HttpOnly", "SameSite=Lax", `Max-Age=${seconds}`];
  return [`${name}=${value}`, ...attributes, ...(secure ? ["Secure"] : [])].join("; ");
}

/** What the cookie says, for a minute. Null when there is none that we made. */
export function readRefusal(cookieHeader: string | null): ProviderRefusal | null {
  const sealed = cookieOf(cookieHeader, name);
  if (!sealed) return null;
  try {
    const { code, details, until } = JSON.parse(openText(purpose, sealed));
    return until > Date.now() && errorCodes.includes(code) ? { code, details } : null;
  } catch {
    return null;
  }
}
