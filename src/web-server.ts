import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { renewSessionCookie } from "@/features/sessions/server/renew-session-cookie";
import { answeredByMaintenance } from "@/maintenance-page";
import { restHandler, restPath } from "@/rest/http-handler";
import { clientAddress, clientAddressHeader } from "@/server/http/client-address";
import { credentialsOf } from "@/server/http/credentials-of";
import { isForeignOrigin } from "@/server/http/origin";
import { setSecurityHeaders } from "@/server/http/security-headers";
import { sendCookie } from "@/server/http/send-cookie";
import { log } from "@/server/log/log";
import { trpcHandler, trpcPath } from "@/trpc/http-handler";

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** The HTTP server before it listens: sockets may be attached to it, pages come with `answerRequests`. */
export function createWebServer(): Server {
  return createServer({ requestTimeout: 60_000, headersTimeout: 20_000 });
}

/** What every request goes through, in this order. `handlePage` gets whatever is not for programs. */
export function answerRequests(server: Server, handlePage: Handler) {
  server.on("request", async (request: IncomingMessage, response: ServerResponse) => {
    const url = request.url ?? "/";
    request.headers[clientAddressHeader] = clientAddress(request) ?? "";
    setSecurityHeaders(request, response);
    if (url === "/api/health") sendJson(response, 200, { status: "ok" });
    else if (isForeignOrigin(request)) sendJson(response, 403, { error: "BAD_ORIGIN" });
    else if (url.startsWith(restPath)) await restHandler(request, response);
    else {
      await keepSignedIn(request, response);
      if (url.startsWith(trpcPath)) trpcHandler(request, response);
      else if (await answeredByMaintenance(request, response, handlePage)) return;
      else void handlePage(request, response);
    }
  });
}

/** Renews the session's token when it is due. A database that is away is for the request itself to report. */
async function keepSignedIn(request: IncomingMessage, response: ServerResponse) {
  if (!request.headers.cookie || request.url?.startsWith("/_next/")) return;
  try {
    const cookie = await renewSessionCookie(credentialsOf(request));
    if (cookie) sendCookie(response, cookie);
  } catch (error) {
    log().warn({ err: error }, "the session's token could not be renewed");
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
