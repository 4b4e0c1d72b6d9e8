import { createHTTPHandler } from "@trpc/server/adapters/standalone";
import { clientAddress } from "@/server/http/client-address";
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
  createContext: ({ req }) =>
    requestContext({
      cookie: req.headers.cookie ?? null,
      userAgent: req.headers["user-agent"] ?? null,
      ip: clientAddress(req),
    }),
});
