import { createHTTPHandler } from "@trpc/server/adapters/standalone";
import { enforceRateLimit } from "@/features/security/server/enforce-rate-limit";
import { AppError } from "@/server/app-error";
import { clientAddress } from "@/server/http/client-address";
import { retryAfter } from "@/server/rate-limit/rate-limited";
import { toTransportError } from "@/server/trpc/init";
import { requestContext } from "@/server/trpc/request-context";
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
    const ctx = await requestContext({
      cookie: req.headers.cookie ?? null,
      userAgent: req.headers["user-agent"] ?? null,
      ip: clientAddress(req),
    });
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
