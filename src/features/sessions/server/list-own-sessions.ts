import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { getSettings } from "@/features/settings/server/get-settings";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { sessions } from "@/server/db/schema/sessions";
import type { OwnSession } from "../dto";
import { isWithinLimits } from "../session-limits";
import { describeDevice } from "./describe-device";

/** Most sessions that the list shows. */
const limit = 100;

/** The actor's sessions that still work, the last used first. */
export async function listOwnSessions(ctx: ActorContext): Promise<OwnSession[]> {
  const limits = await getSettings();
  const rows = await database()
    .db.select()
    .from(sessions)
    .where(
      and(eq(sessions.userId, ctx.actor.id), isNull(sessions.revokedAt), gt(sessions.expiresAt, sql`now()`)),
    )
    .orderBy(desc(sessions.lastUsedAt), desc(sessions.id))
    .limit(limit);
  return rows
    .filter((row) => isWithinLimits(row, limits, Date.now()))
    .map(({ id, client, method, userAgent, ip, country, createdAt, lastUsedAt }) => ({
      id,
      current: id === ctx.sessionId,
      client,
      method,
      device: describeDevice(userAgent),
      ip,
      country,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
    }));
}
