import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import type { AppError } from "@/server/app-error";
import { sessionCookieName, sessionCookieOptions } from "@/server/auth/session-cookie";
import type { Context } from "@/server/context";
import { env } from "@/server/env";
import { log } from "@/server/log/log";
import { signInInput } from "../input";
import { type Assertion, assertionText } from "../passkeys/input";
import { signInWithPasskey } from "../passkeys/server/sign-in-with-passkey";
import { authorize } from "./authorize";
import { signIn } from "./sign-in";
import { signOut } from "./sign-out";

/**
 * next-auth's configuration for one request: passwords, passkeys, and a token that names the session row.
 * @param onRefusal told why somebody was not let in: next-auth itself hands on no more than a word
 */
export function nextAuthOptions(
  ctx: Context,
  {
    lifetimeDays,
    browserSecret,
    onRefusal,
  }: {
    lifetimeDays: number;
    browserSecret: string | null;
    onRefusal: (refusal: AppError) => void;
  },
): NextAuthOptions {
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
          const finish = (assertion: Assertion) => signInWithPasskey(ctx, browserSecret, assertion);
          return authorize(ctx, assertionText, given?.assertion, finish, onRefusal);
        },
      }),
    ],
    callbacks: {
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
