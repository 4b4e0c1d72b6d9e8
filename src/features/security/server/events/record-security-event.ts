import { and, eq, inArray, sql } from "drizzle-orm";
import { getSetting } from "@/features/settings/server/get-settings";
import { rolesThatMay } from "@/lib/permissions";
import type { Context } from "@/server/context";
import { securityEvents } from "@/server/db/schema/security";
import { users } from "@/server/db/schema/users";
import { type Transaction, transaction } from "@/server/db/transaction";
import { log } from "@/server/log/log";
import { logSecurityEvent } from "@/server/log/security-event";
import { placeOf } from "@/server/places/place-of";
import { type SecurityEventKind, securityEventKinds } from "../../event-kinds";
import { securityRaised } from "../../events";
import { announceSecurityChange } from "../announce-security-change";
import { blockForAWhile } from "../ip-rules/block-for-a-while";

type Raised = {
  kind: SecurityEventKind;
  /** what is counted together within an hour: an address, a person, a session */
  subject: string;
  /** the account that it is about */
  userId?: string | null;
  /** ids and counts; never secrets or what somebody wrote */
  facts?: Record<string, string | number>;
};

/**
 * Writes down what looks like an attack, in the log's security stream and for the console; tells those who
 * watch, once an hour for the same thing, and blocks the address for a while if that is what the settings
 * say. Never fails: whatever raised it has to go on.
 */
export async function recordSecurityEvent(ctx: Context, raised: Raised): Promise<void> {
  const { kind, facts = {}, userId = null } = raised;
  logSecurityEvent(kind, ctx, { ...facts, ...(userId ? { userId } : {}) });
  try {
    const minutes = securityEventKinds[kind].blocks ? await getSetting("automaticBlockMinutes") : 0;
    await transaction(ctx, async (tx) => {
      const { id, times } = await count(tx, ctx, { ...raised, facts, userId });
      // Under attack the same thing happens many times: not each of them is news.
      if (times === 1 || times % 10 === 0) announceSecurityChange(tx);
      if (times > 1) return;
      const { score } = securityEventKinds[kind];
      const channels = await watchersChannels(tx);
      if (channels.length > 0) tx.emit({ channels, name: securityRaised, data: { id, kind, score } });
      if (minutes === 0 || !ctx.ip) return;
      const blockedUntil = await blockForAWhile(tx, { ip: ctx.ip, minutes, reason: kind });
      await tx.db.update(securityEvents).set({ blockedUntil }).where(eq(securityEvents.id, id));
    });
  } catch (err) {
    log().error({ err, requestId: ctx.requestId, event: kind }, "a security event could not be written down");
  }
}

async function count(tx: Transaction, ctx: Context, raised: Required<Raised>) {
  const { kind, subject, userId, facts } = raised;
  const { ip, userAgent, requestId } = ctx;
  const [row] = await tx.db
    .insert(securityEvents)
    .values({
      ...{ kind, subject, userId, facts, ip, userAgent, requestId },
      score: securityEventKinds[kind].score,
      hour: sql`date_trunc('hour', now())`,
      country: placeOf(ip).country,
    })
    .onConflictDoUpdate({
      target: [securityEvents.kind, securityEvents.subject, securityEvents.hour],
      set: { times: sql`${securityEvents.times} + 1`, lastAt: sql`now()`, facts },
    })
    .returning({ id: securityEvents.id, times: securityEvents.times });
  return row as { id: number; times: number };
}

/** The channels of everybody who may see security events. */
async function watchersChannels(tx: Transaction): Promise<string[]> {
  const rows = await tx.db
    .select({ id: users.id })
    .from(users)
    .where(and(inArray(users.role, rolesThatMay("security.view")), eq(users.status, "active")));
  return rows.map(({ id }) => `private-user-${id}`);
}
