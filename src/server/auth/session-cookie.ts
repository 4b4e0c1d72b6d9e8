import { env } from "@/server/env";

/** Name of the cookie that carries the token; the prefix makes browsers insist on HTTPS where we have it. */
export function sessionCookieName(): string {
  return env().APP_URL.startsWith("https:") ? "__Secure-offchat.session" : "offchat.session";
}

/** The session cookie's attributes, in next-auth's form. */
export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: env().APP_URL.startsWith("https:") } as const;
}

/** A `Set-Cookie` value that hands a browser its next token. */
export function setSessionCookie(token: string, expires: Date): string {
  const { secure } = sessionCookieOptions();
  const attributes = ["Path=/", "HttpOnly", "SameSite=Lax", `Expires=${expires.toUTCString()}`];
  return [`${sessionCookieName()}=${token}`, ...attributes, ...(secure ? ["Secure"] : [])].join("; ");
}

/** The token in a `Cookie` header, or null. */
export function sessionTokenOf(cookieHeader: string | undefined | null): string | null {
  return cookieOf(cookieHeader, sessionCookieName());
}

/** The value of one cookie in a `Cookie` header, or null. */
export function cookieOf(cookieHeader: string | undefined | null, name: string): string | null {
  for (const part of cookieHeader?.split(";") ?? []) {
    const at = part.indexOf("=");
    // A token has no characters that cookies would encode: anything else is no token.
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim() || null;
  }
  return null;
}
