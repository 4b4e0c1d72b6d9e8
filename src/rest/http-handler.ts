import type { IncomingMessage, ServerResponse } from "node:http";
import { enforceRateLimit } from "@/features/security/server/enforce-rate-limit";
import { authenticatedContext } from "@/features/sessions/server/authenticated-context";
import { requireOpen } from "@/features/settings/server/maintenance";
import { AppError } from "@/server/app-error";
import type { Context } from "@/server/context";
import { credentialsOf } from "@/server/http/credentials-of";
import { log } from "@/server/log/log";
import { retryAfter } from "@/server/rate-limit/rate-limited";
import { describeRefusal } from "@/server/trpc/describe-refusal";
import { statusOf } from "@/server/trpc/refuse-request";
import { requestContext } from "@/server/trpc/request-context";
import { authRoutes } from "./auth-routes";
import { openapi } from "./openapi";
import { readJson } from "./read-json";

/** Everything below this path is the interface for programs. */
export const restPath = "/api/v1/";

/** During maintenance, who is an administrator is known only afterwards. */
const signInPath = `${restPath}auth/login`;

const routes = new Map(authRoutes.map((route) => [route.path, route]));

/** Answers programs. They sign in with a bearer token; cookies count for nothing here. */
export async function restHandler(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const credentials = { ...credentialsOf(request), cookie: null };
  let ctx = requestContext(credentials, null);
  try {
    ctx = { ...(await authenticatedContext(credentials)), requestId: ctx.requestId };
    await enforceRateLimit("request", ctx);
    if (request.url !== signInPath) await requireOpen(ctx.actor);
    const answer = await dispatch(ctx, request);
    if (answer === undefined) response.writeHead(204).end();
    else sendJson(response, 200, answer);
  } catch (error) {
    refuse(ctx, response, error);
  }
}

async function dispatch(ctx: Context, request: IncomingMessage): Promise<unknown> {
  const [path] = (request.url ?? "").split("?");
  if (request.method === "GET" && path === `${restPath}openapi.json`) return openapi();
  const route = routes.get(path ?? "");
  if (!route || request.method !== "POST") throw new AppError("NOT_FOUND");
  if (route.limit) await enforceRateLimit(route.limit, { ...ctx, actor: null });
  return route.handle(ctx, route.input ? route.input.parse(await readJson(request)) : undefined);
}

function refuse(ctx: Context, response: ServerResponse, error: unknown) {
  const { requestId } = ctx;
  const refusal = describeRefusal(error, requestId);
  if (refusal.code === "INTERNAL") log().error({ err: error, requestId }, "request failed");
  const wait = error instanceof AppError ? retryAfter(error) : 0;
  if (wait > 0) response.setHeader("retry-after", wait);
  sendJson(response, statusOf(refusal), { error: refusal });
}

function sendJson(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
