import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import { encode } from "next-auth/jwt";
import { signIn } from "@/features/sessions/server/sign-in";
import { AppError } from "@/server/app-error";
import { sessionCookieName } from "@/server/auth/session-cookie";
import type { Actor, Context } from "@/server/context";
import { env } from "@/server/env";
import { requestContext, systemContext } from "@/server/trpc/request-context";
import { createCaller } from "@/trpc/root";
import { testPassword } from "./factories";

/** Every procedure of the product, called in process as `actor` (null: nobody is signed in). */
export function callAs(actor: Actor | null) {
  const ctx: Context = { ...systemContext(), actor, sessionId: actor ? randomUUID() : null };
  return createCaller(ctx);
}

/** Signs a person in and returns the `Cookie` header that their browser would send, and the session's id. */
export async function signInForCookie(actor: Actor): Promise<{ cookie: string; sessionId: string }> {
  const { userId, sessionId } = await signIn(systemContext(), {
    login: actor.username,
    password: testPassword,
  });
  return { cookie: await sessionCookie(userId, sessionId), sessionId };
}

/** The `Cookie` header with a token such as next-auth makes for this session. */
export async function sessionCookie(userId: string, sessionId: string): Promise<string> {
  const token = await encode({ token: { sub: userId, sid: sessionId }, secret: env().AUTH_SECRET });
  return `${sessionCookieName()}=${token}`;
}

/** The context that the server makes of a request with this `Cookie` header. */
export function cookieContext(cookie: string | null): Promise<Context> {
  return requestContext({ cookie, userAgent: "vitest", ip: "192.0.2.7" });
}

/** The code of the refusal that `work` ends in, or "ok". Anything but an expected refusal is thrown on. */
export async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "ok";
  } catch (error) {
    const refusal = error instanceof TRPCError ? error.cause : error;
    if (refusal instanceof AppError) return refusal.code;
    throw error;
  }
}
