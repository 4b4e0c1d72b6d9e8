import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isProbePath } from "@/features/security/probe-paths";
import { watchProbe } from "@/features/security/server/events/watch-probes";
import { admitAddress } from "@/features/security/server/ip-rules/admit-address";
import { renewSessionCookie } from "@/features/sessions/server/renew-session-cookie";
import { answeredByMaintenance } from "@/maintenance-page";
import { refusePage } from "@/refuse-page";
import { admitOrigin, answeredPreflight } from "@/rest/cross-origin";
import { restHandler, restPath } from "@/rest/http-handler";
import { AppError } from "@/server/app-error";
import { clientAddress, clientAddressHeader } from "@/server/http/client-address";
import { credentialsOf } from "@/server/http/credentials-of";
import { logRequest } from "@/server/http/log-request";
import { isForeignOrigin } from "@/server/http/origin";
import { inRequestScope } from "@/server/http/request-scope";
import { setSecurityHeaders } from "@/server/http/security-headers";
import { sendCookie } from "@/server/http/send-cookie";
import { log } from "@/server/log/log";
import { refuseRequest } from "@/server/trpc/refuse-request";
import { requestContext } from "@/server/trpc/request-context";
import { trpcHandler, trpcPath } from "@/trpc/http-handler";

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** The HTTP server before it listens: sockets may be attached to it, pages come with `answerRequests`. */
export function createWebServer(): Server {
  return createServer({ requestTimeout: 60_000, headersTimeout: 20_000 });
}

/** What every request goes through, in this order. `handlePage` gets whatever is not for programs. */
export function answerRequests(server: Server, handlePage: Handler) {
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    void inRequestScope(async (scope) => {
      const ip = clientAddress(request);
      logRequest(request, response, scope, ip);
      request.headers[clientAddressHeader] = ip ?? "";
      response.setHeader("x-request-id", scope.requestId);
      setSecurityHeaders(request, response);
      try {
        const forPrograms = request.url?.startsWith(restPath) ?? false;
        const welcome = forPrograms && (await admitOrigin(request, response));
        const refusal = await refusalAtTheDoor(request, ip, welcome);
        if (welcome && !refusal && answeredPreflight(request, response)) return;
        if (refusal) refuse(request, response, refusal, scope.requestId);
        else await answer(request, response, handlePage);
      } catch (error) {
        // Nobody else hears of it: it would end the process.
        log().error({ err: error }, "a request could not be answered");
        if (response.headersSent) response.destroy();
        else refuse(request, response, new AppError("INTERNAL"), scope.requestId);
      }
    });
  });
}

async function answer(request: IncomingMessage, response: ServerResponse, handlePage: Handler) {
  const url = request.url ?? "/";
  if (url === "/api/health") sendJson(response, 200, { status: "ok" });
  else if (url.startsWith(restPath)) await restHandler(request, response);
  else {
    await keepSignedIn(request, response);
    if (url.startsWith(trpcPath)) trpcHandler(request, response);
    else if (await answeredByMaintenance(request, response, handlePage)) return;
    else void handlePage(request, response);
  }
}

/**
 * Why a request is turned away before anybody looks at what it asks for; null: it is not.
 * @param welcome whether another site's script may ask for this
 */
async function refusalAtTheDoor(
  request: IncomingMessage,
  ip: string | null,
  welcome: boolean,
): Promise<AppError | null> {
  const url = request.url ?? "/";
  // Whoever watches over the server asks for this, from wherever.
  if (url === "/api/health") return null;
  if (!(await admitAddress(ip))) return new AppError("ADDRESS_BLOCKED");
  if (!welcome && isForeignOrigin(request)) return new AppError("BAD_ORIGIN");
  if (!isProbePath(url)) return null;
  const userAgent = request.headers["user-agent"] ?? null;
  await watchProbe(requestContext({ ip, userAgent }, null));
  return new AppError("NOT_FOUND");
}

function refuse(request: IncomingMessage, response: ServerResponse, refusal: AppError, requestId: string) {
  const url = request.url ?? "/";
  // What was sent along is not read.
  if (url.startsWith(trpcPath)) refuseRequest(response, refusal, requestId, "trpc");
  else if (url.startsWith("/api/")) refuseRequest(response, refusal, requestId, "rest");
  else refusePage(request, response, refusal, requestId);
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
