import { LRUCache } from "lru-cache";
import { decode } from "next-auth/jwt";
import { env } from "@/server/env";
import { processSingleton } from "@/server/process-singleton";

/** A token names the session row that gives it power; everything else is read from the database. */
export type SessionClaims = { sid: string; exp: number };

/** Name of the cookie that carries the token; the prefix makes browsers insist on HTTPS where we have it. */
export function sessionCookieName(): string {
  return env().APP_URL.startsWith("https:") ? "__Secure-offchat.session" : "offchat.session";
}

/** Reads the session token of a `Cookie` header. Returns null when absent, forged or expired. */
export async function readSessionClaims(
  cookieHeader: string | undefined | null,
): Promise<SessionClaims | null> {
  const token = cookieHeader ? cookieValue(cookieHeader, sessionCookieName()) : null;
  if (!token) return null;
  // Decrypting costs a key derivation; the same token comes with every request of a page.
  const known = decoded().get(token);
  const claims = known ?? (await decode({ token, secret: env().AUTH_SECRET }).catch(() => null));
  if (typeof claims?.sid !== "string" || typeof claims.exp !== "number") return null;
  if (claims.exp * 1000 <= Date.now()) return null;
  const result = { sid: claims.sid, exp: claims.exp };
  if (!known) decoded().set(token, result);
  return result;
}

const decoded = () =>
  processSingleton("session-claims", () => new LRUCache<string, SessionClaims>({ max: 20_000, ttl: 60_000 }));

function cookieValue(header: string, name: string): string | null {
  for (const part of header.split(";")) {
    const at = part.indexOf("=");
    // A token has no characters that cookies would encode: anything else is no token.
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}
