import { middleware } from "@/server/trpc/init";
import type { RateLimitRule } from "../rate-limit-rules";
import { enforceRateLimit } from "./enforce-rate-limit";

/** A procedure's own rate limit: `signedInProcedure.use(limited("search"))`. */
export const limited = (rule: RateLimitRule) =>
  middleware(async ({ ctx, next }) => {
    await enforceRateLimit(rule, ctx);
    return next();
  });
