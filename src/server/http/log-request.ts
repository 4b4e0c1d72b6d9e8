import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "@/server/log/log";
import type { RequestScope } from "./request-scope";

/** Secrets of one-time links stand in paths. */
const secret = /[A-Za-z0-9_-]{32,}/g;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Writes one line of log when the answer is done: who asked for what, how it ended, and how long it took. */
export function logRequest(
  request: IncomingMessage,
  response: ServerResponse,
  scope: RequestScope,
  ip: string | null,
) {
  const begun = performance.now();
  const { method, url } = request;
  response.once("close", () => {
    const level = url?.startsWith("/_next/") || url === "/api/health" ? "debug" : "info";
    log()[level](
      {
        requestId: scope.requestId,
        method,
        path: loggedPath(url ?? "/"),
        status: response.statusCode,
        ms: Math.round(performance.now() - begun),
        ip,
        actorId: scope.actorId,
      },
      "request",
    );
  });
}

/** A path without its query, which may hold what people write, and without secrets. */
export function loggedPath(url: string): string {
  const [path = "/"] = url.split("?", 1);
  return path.replace(secret, (found) => (uuid.test(found) ? found : "…")).slice(0, 300);
}
