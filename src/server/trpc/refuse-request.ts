import type { ServerResponse } from "node:http";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import type { AppError } from "@/server/app-error";
import { retryAfter } from "@/server/rate-limit/rate-limited";
import { describeRefusal } from "./describe-refusal";
import { transportCode } from "./transport-code";

/** The HTTP status of a refusal. */
export function statusOf({ code }: Pick<AppError, "code">): number {
  return getHTTPStatusCodeFromError(new TRPCError({ code: transportCode(code) }));
}

/** Refuses a request before anybody looked at it, in the words of the protocol that it speaks. */
export function refuseRequest(
  response: ServerResponse,
  error: AppError,
  requestId: string,
  protocol: "trpc" | "rest",
) {
  const refusal = describeRefusal(error, requestId);
  const status = statusOf(error);
  const wait = retryAfter(error);
  if (wait > 0) response.setHeader("retry-after", wait);
  const { code, ...facts } = refusal;
  const key = transportCode(code);
  const body =
    protocol === "rest"
      ? { error: refusal }
      : {
          error: {
            message: code,
            code: TRPC_ERROR_CODES_BY_KEY[key],
            data: { code: key, httpStatus: status, appCode: code, ...facts },
          },
        };
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
