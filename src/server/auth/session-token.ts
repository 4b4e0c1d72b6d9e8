import { LRUCache } from "lru-cache";
import { decode, encode } from "next-auth/jwt";
import { env } from "@/server/env";
import { processSingleton } from "@/server/process-singleton";

/** What a token is good for: a browser's cookie, an API client's request, or getting the next pair. */
export type TokenUse = "browser" | "access" | "refresh";

/**
 * A token names the session row that gives it power, and which generation of the session's tokens it
 * belongs to; everything else is read from the database. `exp` is in seconds since 1970.
 */
export type SessionClaims = { sid: string; gen: number; use: TokenUse; exp: number };

/** Makes a token, encrypted in the way of next-auth. */
export function mintToken(claims: Omit<SessionClaims, "exp">, lifetimeSeconds: number): Promise<string> {
  return encode({ token: claims, secret: env().AUTH_SECRET, maxAge: Math.floor(lifetimeSeconds) });
}

/** Reads a token. Returns null when it is forged, malformed, expired, or made for another use. */
export async function readToken(token: string, use: TokenUse): Promise<SessionClaims | null> {
  // Decrypting costs a key derivation; the same token comes with every request of a page.
  const known = decoded().get(token);
  const claims = known ?? (await decode({ token, secret: env().AUTH_SECRET }).catch(() => null));
  if (!claims) return null;
  const { sid, gen, exp, use: actualUse } = claims as Partial<SessionClaims>;
  if (typeof sid !== "string" || typeof gen !== "number" || typeof exp !== "number") return null;
  if (actualUse !== use || exp * 1000 <= Date.now()) return null;
  const result = { sid, gen, use, exp };
  if (!known) decoded().set(token, result);
  return result;
}

const decoded = () =>
  processSingleton("session-claims", () => new LRUCache<string, SessionClaims>({ max: 20_000, ttl: 60_000 }));
