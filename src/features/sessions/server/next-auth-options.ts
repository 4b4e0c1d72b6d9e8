import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { AppError } from "@/server/app-error";
import { sessionCookieName, sessionCookieOptions } from "@/server/auth/session-cookie";
import type { Context } from "@/server/context";
import { env } from "@/server/env";
import { log } from "@/server/log/log";
import { signInInput } from "../input";
import { signIn } from "./sign-in";
import { signOut } from "./sign-out";

/**
 * next-auth's configuration for one request: passwords, and a token that names the session row.
 * @param onRefusal told why somebody was not let in: next-auth itself hands on no more than a word
 */
export function nextAuthOptions(
  ctx: Context,
  { lifetimeDays, onRefusal }: { lifetimeDays: number; onRefusal: (refusal: AppError) => void },
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
        credentials: { login: {}, password: {} },
        async authorize(credentials) {
          const input = signInInput.safeParse({
            login: credentials?.login,
            password: credentials?.password,
          });
          if (!input.success) throw new Error("INVALID_CREDENTIALS");
          try {
            const { userId, sessionId } = await signIn(ctx, input.data);
            return { id: userId, sessionId };
          } catch (error) {
            if (error instanceof AppError) {
              onRefusal(error);
              throw new Error(error.code);
            }
            log().error({ err: error, requestId: ctx.requestId }, "sign-in failed");
            throw new Error("INTERNAL");
          }
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
