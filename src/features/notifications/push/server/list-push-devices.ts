import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { describeDevice } from "@/features/sessions/server/describe-device";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { pushSubscriptions } from "@/server/db/schema/notifications";
import { sessions } from "@/server/db/schema/sessions";
import type { PushDevice } from "../dto";

const limit = 50;

/** A session that still lasts. */
export const lasting = and(isNull(sessions.revokedAt), gt(sessions.expiresAt, sql`now()`));

/** The actor's devices that take push messages, the newest first. */
export async function listPushDevices(ctx: ActorContext): Promise<PushDevice[]> {
  const rows = await database()
    .db.select({
      id: pushSubscriptions.id,
      sessionId: pushSubscriptions.sessionId,
      userAgent: sessions.userAgent,
      createdAt: pushSubscriptions.createdAt,
      lastSentAt: pushSubscriptions.lastSentAt,
    })
    .from(pushSubscriptions)
    .innerJoin(sessions, eq(sessions.id, pushSubscriptions.sessionId))
    .where(and(eq(pushSubscriptions.userId, ctx.actor.id), lasting))
    .orderBy(desc(pushSubscriptions.createdAt), desc(pushSubscriptions.id))
    .limit(limit);
  return rows.map(({ id, sessionId, userAgent, createdAt, lastSentAt }) => ({
    id,
    current: sessionId === ctx.sessionId,
    device: describeDevice(userAgent),
    createdAt: createdAt.toISOString(),
    lastSentAt: lastSentAt?.toISOString() ?? null,
  }));
}
