import { initTRPC, TRPCError } from "@trpc/server";
import type { ErrorCode } from "@/lib/error-codes";
import { can, type Permission } from "@/lib/permissions";
import { isStorable } from "@/lib/storable-text";
import { AppError } from "@/server/app-error";
import { loadSession } from "@/server/auth/active-session";
import type { Context } from "@/server/context";
import { currentRequest } from "@/server/http/request-scope";
import { log } from "@/server/log/log";
import { describeRefusal } from "./describe-refusal";
import { transportCode } from "./transport-code";

const t = initTRPC.context<Context>().create({
  // Stack traces never leave the server, in development neither: the log has them.
  isDev: false,
  errorFormatter({ shape, error, ctx }) {
    const { cause } = error;
    const otherwise: Partial<Record<string, ErrorCode>> = {
      NOT_FOUND: "NOT_FOUND",
      INTERNAL_SERVER_ERROR: "INTERNAL",
    };
    const requestId = ctx?.requestId ?? currentRequest()?.requestId ?? null;
    const { code, ...facts } = describeRefusal(cause, requestId, otherwise[error.code] ?? "BAD_INPUT");
    const { httpStatus } = shape.data;
    return {
      ...shape,
      message: code,
      data: { code: shape.data.code, httpStatus, appCode: code, ...facts },
    };
  },
});

export const router = t.router;
export const mergeRouters = t.mergeRouters;
export const middleware = t.middleware;
export const createCallerFactory = t.createCallerFactory;

/** An expected refusal in tRPC's own terms; anything else unchanged. */
export function toTransportError(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  return new TRPCError({ code: transportCode(error.code), cause: error, message: error.code });
}

/** Translates expected refusals; logs everything else under the request id that the person is shown. */
const translateErrors = t.middleware(async ({ ctx, path, next }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  if (cause instanceof AppError) throw toTransportError(cause);
  if (result.error.code === "INTERNAL_SERVER_ERROR") {
    log().error({ err: cause ?? result.error, requestId: ctx.requestId, path }, "request failed");
  }
  return result;
});

/** Text that the database cannot hold is the sender's mistake, in whichever field it stands. */
const refuseUnstorable = t.middleware(async ({ getRawInput, next }) => {
  if (!isStorable(await getRawInput())) throw new AppError("BAD_INPUT");
  return next();
});

/** Open to everybody. */
export const publicProcedure = t.procedure.use(translateErrors).use(refuseUnstorable);

/** For anybody whose account is active and signed in. */
export const signedInProcedure = publicProcedure.use(({ ctx, next }) => {
  if (!ctx.actor) throw new AppError(ctx.enrolling ? "SECOND_FACTOR_REQUIRED" : "UNAUTHENTICATED");
  return next({ ctx: { ...ctx, actor: ctx.actor } });
});

/** For setting a second factor up, and nothing else: open also to whoever may do nothing before they have one. */
export const enrollingProcedure = publicProcedure.use(({ ctx, next }) => {
  const actor = ctx.actor ?? ctx.enrolling;
  if (!actor) throw new AppError("UNAUTHENTICATED");
  return next({ ctx: { ...ctx, actor } });
});

/**
 * For handing out what lasts longer than a request, such as a socket's subscriptions: asks the database
 * whether the session still stands, not the cache.
 */
export const freshlySignedInProcedure = signedInProcedure.use(async ({ ctx, next }) => {
  const stands = ctx.sessionId === null || (await loadSession(ctx.sessionId, { fresh: true })) !== null;
  if (!stands) throw new AppError("UNAUTHENTICATED");
  return next();
});

/** For whoever's role has the permission (`src/lib/permissions.ts`); FORBIDDEN for everybody else. */
export const permittedProcedure = (...permissions: [Permission, ...Permission[]]) =>
  signedInProcedure.use(({ ctx, next }) => {
    if (!permissions.every((each) => can(ctx.actor, each))) throw new AppError("FORBIDDEN");
    return next();
  });
