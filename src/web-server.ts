import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { clientAddress, clientAddressHeader } from "@/server/http/client-address";
import { isForeignOrigin } from "@/server/http/origin";
import { setSecurityHeaders } from "@/server/http/security-headers";
import { trpcHandler, trpcPath } from "@/trpc/http-handler";

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** The HTTP server before it listens: sockets may be attached to it, pages come with `answerRequests`. */
export function createWebServer(): Server {
  return createServer({ requestTimeout: 60_000, headersTimeout: 20_000 });
}

/** What every request goes through, in this order. `handlePage` gets whatever is not for programs. */
export function answerRequests(server: Server, handlePage: Handler) {
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const url = request.url ?? "/";
    request.headers[clientAddressHeader] = clientAddress(request) ?? "";
    setSecurityHeaders(request, response);
    if (url === "/api/health") sendJson(response, 200, { status: "ok" });
    else if (isForeignOrigin(request)) sendJson(response, 403, { error: "BAD_ORIGIN" });
    else if (url.startsWith(trpcPath)) trpcHandler(request, response);
    else void handlePage(request, response);
  });
}

function sendJson(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
