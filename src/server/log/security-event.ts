import type { Context } from "@/server/context";
import { log } from "./log";

/**
 * Writes an event that matters to security to the log, in a stream of its own (`"stream":"security"`).
 * @param event noun.past
 * @param facts ids and counts; never secrets or what somebody wrote
 */
export function logSecurityEvent(event: string, ctx: Context, facts: Record<string, string | number> = {}) {
  const { requestId, ip, actor } = ctx;
  log().warn({ stream: "security", event, requestId, ip, actorId: actor?.id ?? null, ...facts }, event);
}
