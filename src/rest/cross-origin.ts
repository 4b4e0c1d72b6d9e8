import type { IncomingMessage, ServerResponse } from "node:http";
import { originsOf } from "@/features/settings/api-origins";
import { getSetting } from "@/features/settings/server/get-settings";

/** What scripts of other sites may do with the interface for programs, once their origin is allowed. */
const allowed = {
  "Access-Control-Allow-Methods": "GET, POST",
  "Access-Control-Allow-Headers": "authorization, content-type",
  "Access-Control-Max-Age": "600",
};
/** What their scripts may read of an answer besides its body. */
const readable = "retry-after, x-request-id";

/**
 * Whether a browser asks for a script of another site that the setting `apiOrigins` names (CORS). Its answers then
 * carry that origin, never `*`, and never a word about cookies: here they count for nothing.
 */
export async function admitOrigin(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  // An answer that is kept for one origin must not be given to another.
  response.setHeader("Vary", "Origin");
  const { origin } = request.headers;
  if (!origin || !originsOf(await getSetting("apiOrigins")).includes(origin)) return false;
  response.setHeader("Access-Control-Allow-Origin", origin);
  response.setHeader("Access-Control-Expose-Headers", readable);
  response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  return true;
}

/** Answers a browser that asks beforehand what a script of an allowed origin may do. Returns whether it was that. */
export function answeredPreflight(request: IncomingMessage, response: ServerResponse): boolean {
  const asks = request.method === "OPTIONS" && request.headers["access-control-request-method"] !== undefined;
  if (!asks) return false;
  for (const [name, value] of Object.entries(allowed)) response.setHeader(name, value);
  response.writeHead(204).end();
  return true;
}
