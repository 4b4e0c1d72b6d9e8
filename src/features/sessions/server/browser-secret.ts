import { randomBytes } from "node:crypto";
import { cookieOf, sessionCookieOptions } from "@/server/auth/session-cookie";
import { challengeMinutes } from "./auth-challenges";

/** What a browser has begun and goes on with. */
type Begun = "passkey" | "provider";

const nameOf = (begun: Begun) => `offchat.${begun}`;

/** A secret for this browser, and the `Set-Cookie` value that hands it over; scripts cannot read it. */
export function newBrowserSecret(begun: Begun): { secret: string; cookie: string } {
  const secret = randomBytes(32).toString("base64url");
  const { secure } = sessionCookieOptions();
  const attributes = ["Path=/api", "HttpOnly", "SameSite=Strict", `Max-Age=${challengeMinutes * 60}`];
  return {
    secret,
    cookie: [`${nameOf(begun)}=${secret}`, ...attributes, ...(secure ? ["Secure"] : [])].join("; "),
  };
}

/** The secret in a `Cookie` header, or null. */
export const browserSecretOf = (cookieHeader: string | null, begun: Begun) =>
  cookieOf(cookieHeader, nameOf(begun));
