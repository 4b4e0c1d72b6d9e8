import { randomUUID } from "node:crypto";
import { loadActor } from "@/server/auth/active-session";
import { readSessionClaims } from "@/server/auth/session-cookie";
import type { Context } from "@/server/context";

/**
 * The context of one request.
 * @param origin the request's `Cookie` and `User-Agent` headers and the client's address
 */
export async function requestContext(origin: {
  cookie: string | null;
  userAgent: string | null;
  ip: string | null;
}): Promise<Context> {
  const claims = await readSessionClaims(origin.cookie);
  const actor = claims ? await loadActor(claims.sid) : null;
  return {
    requestId: randomUUID(),
    ip: origin.ip,
    userAgent: origin.userAgent?.slice(0, 400) ?? null,
    actor,
    sessionId: actor && claims ? claims.sid : null,
  };
}

/** The context of work that nobody asked for over the network: commands and jobs. */
export function systemContext(): Context {
  return { requestId: randomUUID(), ip: null, userAgent: null, actor: null, sessionId: null };
}
