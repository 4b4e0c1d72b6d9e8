import { createHTTPHandler } from "@trpc/server/adapters/standalone";
import { enforceRateLimit } from "@/features/security/server/enforce-rate-limit";
import { authenticatedContext } from "@/features/sessions/server/authenticated-context";
import { AppError } from "@/server/app-error";
import { credentialsOf } from "@/server/http/credentials-of";
import { retryAfter } from "@/server/rate-limit/rate-limited";
import { toTransportError } from "@/server/trpc/init";
import { appRouter } from "./root";

/** Everything below this path is tRPC's. */
export const trpcPath = "/api/trpc/";

/** Largest request body, in bytes: a full message in any script, many times over. */
const maximumBodySize = 1_000_000;

/** tRPC on Node's own HTTP server: several times the rate of a Next route handler. */
export const trpcHandler = createHTTPHandler({
  router: appRouter,
  basePath: trpcPath,
  maxBodySize: maximumBodySize,
  allowMethodOverride: true,
  createContext: async ({ req }) => {
    const ctx = await authenticatedContext(credentialsOf(req));
    await enforceRateLimit("request", ctx).catch((error) => {
      throw toTransportError(error);
    });
    return ctx;
  },
  responseMeta: ({ errors }) => {
    const waits = errors.map(({ cause }) => (cause instanceof AppError ? retryAfter(cause) : 0));
    const wait = Math.max(0, ...waits);
    return wait > 0 ? { headers: { "retry-after": String(wait) } } : {};
  },
});
