import type { IncomingMessage } from "node:http";

/**
 * Whether a browser sends this state-changing request for another site (CSRF). Requests without an
 * `Origin` come from no web page.
 */
export function isForeignOrigin(request: IncomingMessage): boolean {
  if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return false;
  return !sameOrigin(request);
}

/** Whether the `Origin` header, when there is one, names the host that was asked. */
export function sameOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
