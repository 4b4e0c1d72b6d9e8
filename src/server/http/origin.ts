import type { IncomingMessage } from "node:http";
import { env } from "@/server/env";

/**
 * Whether a browser sends this state-changing request for another site (CSRF). Requests without an
 * `Origin` come from no web page.
 */
export function isForeignOrigin(request: IncomingMessage): boolean {
  if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return false;
  return !sameOrigin(request);
}

/**
 * Whether the `Origin` header, when there is one, names the host that was asked or the address that people
 * type (a reverse proxy may ask under another name).
 */
export function sameOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  return origin === env().APP_URL || (URL.canParse(origin) && new URL(origin).host === host);
}
