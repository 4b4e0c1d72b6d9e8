import { randomBytes } from "node:crypto";
import { cookieOf, sessionCookieOptions } from "@/server/auth/session-cookie";
import { challengeMinutes } from "../../server/auth-challenges";

const name = "offchat.passkey";

/** A secret for this browser, and the `Set-Cookie` value that hands it over; scripts cannot read it. */
export function newBrowserSecret(): { secret: string; cookie: string } {
  const secret = randomBytes(32).toString("base64url");
  const { secure } = sessionCookieOptions();
  const attributes = ["Path=/api", "HttpOnly", "SameSite=Strict", `Max-Age=${challengeMinutes * 60}`];
  return { secret, cookie: [`${name}=${secret}`, ...attributes, ...(secure ? ["Secure"] : [])].join("; ") };
}

/** The secret in a `Cookie` header, or null. */
export const browserSecretOf = (cookieHeader: string | null) => cookieOf(cookieHeader, name);
