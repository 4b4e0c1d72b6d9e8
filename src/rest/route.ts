import type { z } from "zod";
import type { RateLimitRule } from "@/features/security/rate-limit-rules";
import { AppError } from "@/server/app-error";
import type { ActorContext, Context } from "@/server/context";

/** One operation of the interface for programs: what the description says and what the server does. */
export type Route = {
  path: string;
  summary: string;
  input: z.ZodType | null;
  output: z.ZodType | null;
  /** Whether it needs an access token. */
  signedIn: boolean;
  limit: RateLimitRule | null;
  handle(ctx: Context, input: unknown): Promise<unknown>;
};

/** An operation that anybody may ask for. */
export function openRoute<Input extends z.ZodType>(route: {
  path: string;
  summary: string;
  input: Input;
  output: z.ZodType;
  limit?: RateLimitRule;
  handle(ctx: Context, input: z.output<Input>): Promise<unknown>;
}): Route {
  const { handle, limit = null } = route;
  return { ...route, limit, signedIn: false, handle: (ctx, input) => handle(ctx, input as z.output<Input>) };
}

/** An operation for whoever shows an access token. Takes no input; without `output` it answers with nothing. */
export function signedInRoute(route: {
  path: string;
  summary: string;
  output?: z.ZodType;
  /** open also to whoever must set a second factor up first */
  whileEnrolling?: boolean;
  handle(ctx: ActorContext): Promise<unknown>;
}): Route {
  const { path, summary, handle, output = null, whileEnrolling = false } = route;
  return {
    path,
    summary,
    output,
    input: null,
    limit: null,
    signedIn: true,
    async handle(ctx) {
      const actor = ctx.actor ?? (whileEnrolling ? ctx.enrolling : null);
      if (!actor) throw new AppError(ctx.enrolling ? "SECOND_FACTOR_REQUIRED" : "UNAUTHENTICATED");
      return handle({ ...ctx, actor });
    },
  };
}
