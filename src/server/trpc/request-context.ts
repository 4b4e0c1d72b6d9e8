import { randomUUID } from "node:crypto";
import type { Actor, Context } from "@/server/context";
import { currentRequest } from "@/server/http/request-scope";

/** The context of one request: where it came from, and the session it belongs to. */
export function requestContext(
  origin: { userAgent: string | null; ip: string | null },
  session: { id: string; actor: Actor } | null,
  { enrolling = false }: { enrolling?: boolean } = {},
): Context {
  const scope = currentRequest();
  if (scope && session) scope.actorId = session.actor.id;
  return {
    requestId: scope?.requestId ?? randomUUID(),
    ip: origin.ip,
    userAgent: origin.userAgent?.slice(0, 400) ?? null,
    actor: enrolling ? null : (session?.actor ?? null),
    enrolling: enrolling ? (session?.actor ?? null) : null,
    sessionId: session?.id ?? null,
  };
}

/** The context of work that nobody asked for over the network: commands and jobs. */
export function systemContext(): Context {
  return requestContext({ userAgent: null, ip: null }, null);
}
