import type { IncomingMessage } from "node:http";
import { clientAddress } from "./client-address";

/** What a request says about who sends it: the headers as they came, and the address that can be believed. */
export function credentialsOf(request: IncomingMessage) {
  const { cookie, authorization, "user-agent": userAgent } = request.headers;
  return {
    cookie: cookie ?? null,
    authorization: authorization ?? null,
    userAgent: userAgent ?? null,
    ip: clientAddress(request),
  };
}
