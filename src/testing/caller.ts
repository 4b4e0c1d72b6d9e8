import { TRPCError } from "@trpc/server";
import { authenticatedContext } from "@/features/sessions/server/authenticated-context";
import { signIn } from "@/features/sessions/server/sign-in";
import { AppError } from "@/server/app-error";
import { sessionCookieName } from "@/server/auth/session-cookie";
import { mintToken } from "@/server/auth/session-token";
import type { Actor, Context } from "@/server/context";
import { systemContext } from "@/server/trpc/request-context";
import { createCaller } from "@/trpc/root";
import { testPassword } from "./factories";

/** Every procedure of the product, called in process as `actor` (null: nobody is signed in). */
export function callAs(actor: Actor | null) {
  const ctx: Context = { ...systemContext(), actor };
  return createCaller(ctx);
}

/** Signs a person in and returns the `Cookie` header that their browser would send, and the session's id. */
export async function signInForCookie(actor: Actor): Promise<{ cookie: string; sessionId: string }> {
  const { sessionId } = await signIn(systemContext(), {
    login: actor.username,
    password: testPassword,
  });
  return { cookie: await sessionCookie(sessionId), sessionId };
}

/** The `Cookie` header with a token such as next-auth makes for this session, of this generation. */
export async function sessionCookie(sessionId: string, generation = 1): Promise<string> {
  const token = await mintToken({ sid: sessionId, gen: generation, use: "browser" }, 24 * 3600);
  return `${sessionCookieName()}=${token}`;
}

/** The context that the server makes of a request with this `Cookie` header. */
export function cookieContext(cookie: string | null): Promise<Context> {
  return authenticatedContext({ cookie, authorization: null, userAgent: "vitest", ip: "192.0.2.7" });
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
