import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { AppError } from "@/server/app-error";
import { sessionCookieName } from "@/server/auth/session-cookie";
import type { Context } from "@/server/context";
import { env } from "@/server/env";
import { log } from "@/server/log/log";
import { signInInput } from "../input";
import { sessionLifetimeDays, signIn } from "./sign-in";
import { signOut } from "./sign-out";

/** next-auth's configuration for one request: passwords, and a token that names the session row. */
export function nextAuthOptions(ctx: Context): NextAuthOptions {
  const lifetime = sessionLifetimeDays * 24 * 3600;
  const secure = env().APP_URL.startsWith("https:");
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge: lifetime },
    useSecureCookies: secure,
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure },
      },
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
            if (error instanceof AppError) throw new Error(error.code);
            log().error({ err: error, requestId: ctx.requestId }, "sign-in failed");
            throw new Error("INTERNAL");
          }
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        if (user && "sessionId" in user) return { sub: user.id, sid: user.sessionId };
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
