import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import type { AppError } from "@/server/app-error";
import { oidcConfiguration } from "@/server/auth/oidc-configuration";
import { sessionCookieName, sessionCookieOptions } from "@/server/auth/session-cookie";
import type { Context } from "@/server/context";
import { env } from "@/server/env";
import { log } from "@/server/log/log";
import { codeValue, signInInput } from "../input";
import { type OidcClaims, oidcClaims, oidcProviderId } from "../oidc/claims";
import { finishWithCode } from "../oidc/server/finish-with-code";
import { oidcProvider } from "../oidc/server/oidc-provider";
import { type Assertion, assertionText } from "../passkeys/input";
import { signInWithPasskey } from "../passkeys/server/sign-in-with-passkey";
import { authorize } from "./authorize";
import { signIn } from "./sign-in";
import { signOut } from "./sign-out";
import type { StartedSession } from "./start-session";

/**
 * next-auth's configuration for one request: passwords, passkeys, the instance's OpenID provider, and a token that
 * names the session row.
 * @param onRefusal told why somebody was not let in: next-auth itself hands on no more than a word
 */
export function nextAuthOptions(
  ctx: Context,
  {
    lifetimeDays,
    passkeySecret = null,
    providerSecret = null,
    onRefusal,
    onIdentity,
  }: {
    lifetimeDays: number;
    passkeySecret?: string | null;
    providerSecret?: string | null;
    onRefusal: (refusal: AppError) => void;
    /** what to do with whom the OpenID provider vouches for; null: there is no session to go on in */
    onIdentity?: (claims: OidcClaims) => Promise<StartedSession | null>;
  },
): NextAuthOptions {
  const configuration = oidcConfiguration();
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge: lifetimeDays * 24 * 3600 },
    useSecureCookies: sessionCookieOptions().secure,
    cookies: {
      sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() },
    },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { login: {}, password: {}, code: {} },
        authorize: (given) => {
          const values = { login: given?.login, password: given?.password, code: given?.code || undefined };
          return authorize(ctx, signInInput, values, (input) => signIn(ctx, input), onRefusal);
        },
      }),
      Credentials({
        id: "passkey",
        credentials: { assertion: {} },
        authorize: (given) => {
          const finish = (assertion: Assertion) => signInWithPasskey(ctx, passkeySecret, assertion);
          return authorize(ctx, assertionText, given?.assertion, finish, onRefusal);
        },
      }),
      Credentials({
        id: "provider-code",
        credentials: { code: {} },
        authorize: (given) => {
          const finish = (code: string) => finishWithCode(ctx, providerSecret, code);
          return authorize(ctx, codeValue, given?.code, finish, onRefusal);
        },
      }),
      ...(configuration ? [oidcProvider(configuration)] : []),
    ],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== oidcProviderId || !onIdentity) return account?.type === "credentials";
        const finish = (claims: OidcClaims) => onIdentity(claims);
        const started = await authorize(ctx, oidcClaims, profile, finish, onRefusal);
        Object.assign(user, started);
        return started !== null;
      },
      jwt({ token, user }) {
        if (user && "sessionId" in user) {
          return { sid: user.sessionId as string, gen: 1, use: "browser" };
        }
        return token;
      },
      // Who somebody is, is asked of the database: next-auth's own endpoint tells nothing.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === "string") await signOut(ctx, token.sid);
      },
    },
    logger: {
      error: (code, metadata) => log().warn({ code, metadata }, "next-auth"),
      warn: () => {},
      debug: () => {},
    },
  };
}
