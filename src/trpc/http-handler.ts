import { createHTTPHandler } from "@trpc/server/adapters/standalone";
import { enforceRateLimit } from "@/features/security/server/enforce-rate-limit";
import { authenticatedContext } from "@/features/sessions/server/authenticated-context";
import { requireOpen } from "@/features/settings/server/maintenance";
import { AppError } from "@/server/app-error";
import { credentialsOf } from "@/server/http/credentials-of";
import { retryAfter } from "@/server/rate-limit/rate-limited";
import { toTransportError } from "@/server/trpc/init";
import { appRouter } from "./root";

/** Everything below this path is tRPC's. */
export const trpcPath = "/api/trpc/";

/** Largest request body, in bytes: a full message in any script, many times over. */
const maximumBodySize = 1_000_000;

/** Signing in and out: during maintenance, who is an administrator is known only afterwards. */
function isAboutSessions(url: string): boolean {
  const [path = ""] = url.split("?");
  return path
    .slice(trpcPath.length)
    .split(",")
    .every((procedure) => procedure.startsWith("sessions."));
}

/** tRPC on Node's own HTTP server: several times the rate of a Next route handler. */
export const trpcHandler = createHTTPHandler({
  router: appRouter,
  basePath: trpcPath,
  maxBodySize: maximumBodySize,
  allowMethodOverride: true,
  createContext: async ({ req }) => {
    const ctx = await authenticatedContext(credentialsOf(req));
    try {
      await enforceRateLimit("request", ctx);
      if (!isAboutSessions(req.url ?? "")) await requireOpen(ctx.actor);
    } catch (error) {
      throw toTransportError(error);
    }
    return ctx;
  },
  responseMeta: ({ errors }) => {
    const waits = errors.map(({ cause }) => (cause instanceof AppError ? retryAfter(cause) : 0));
    const wait = Math.max(0, ...waits);
    return wait > 0 ? { headers: { "retry-after": String(wait) } } : {};
  },
});
