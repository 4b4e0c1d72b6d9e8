import type { IncomingMessage, ServerResponse } from "node:http";
import { authenticatedContext } from "@/features/sessions/server/authenticated-context";
import { closedFor } from "@/features/settings/server/maintenance";
import { credentialsOf } from "@/server/http/credentials-of";
import { log } from "@/server/log/log";

/** What stays open to everybody: the way in for administrators, and what pages are made of. */
const open = /^\/(_next\/|api\/auth\/|api\/instance-logo|sign-in([/?]|$)|icon|favicon)/;

/**
 * While the instance is closed, shows people the page that says so, in place of any other, and refuses everything
 * else of theirs. Both say by their status that it passes. Returns whether it has answered.
 */
export async function answeredByMaintenance(
  request: IncomingMessage,
  response: ServerResponse,
  handlePage: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<boolean> {
  const seconds = open.test(request.url ?? "") ? null : await secondsClosed(request);
  if (seconds === null) return false;
  response.setHeader("Retry-After", seconds);
  response.setHeader("Cache-Control", "no-store");
  const wantsPage = request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
  if (!wantsPage) {
    const body = JSON.stringify({ error: { code: "MAINTENANCE", details: { seconds } } });
    response.writeHead(503, { "content-type": "application/json" }).end(body);
    return true;
  }
  // Next would say that all is well with the page that it is asked for here.
  Object.defineProperty(response, "statusCode", { get: () => 503, set: () => {} });
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse;
  response.writeHead = (_status: number, ...rest: unknown[]) => writeHead(503, ...rest);
  request.url = "/maintenance";
  void handlePage(request, response);
  return true;
}

/** Whether whoever sends a request is kept out at the moment. */
export const isClosedFor = async (request: IncomingMessage) => (await secondsClosed(request)) !== null;

/** A database that is away is for the request itself to report. */
async function secondsClosed(request: IncomingMessage): Promise<number | null> {
  try {
    // Most of the time nobody has to be asked who they are.
    if ((await closedFor(null)) === null) return null;
    return await closedFor((await authenticatedContext(credentialsOf(request))).actor);
  } catch (error) {
    log().warn({ err: error }, "whether the instance is closed is not known");
    return null;
  }
}
