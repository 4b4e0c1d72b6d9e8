import { and, desc, eq, lt } from "drizzle-orm";
import { getSettings } from "@/features/settings/server/get-settings";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { sessions } from "@/server/db/schema/sessions";
import { users } from "@/server/db/schema/users";
import { placeOf } from "@/server/places/place-of";
import type { LiveSessionPage } from "../../dto";
import type { ListLiveSessionsInput } from "../../input";
import type { SessionLimits } from "../../session-limits";
import { describeDevice } from "../describe-device";
import { matchLiveSessions } from "./match-live-sessions";

/** Everybody's sessions that still work, the newest first, one keyset page at a time. */
export async function listLiveSessions(
  ctx: ActorContext,
  input: ListLiveSessionsInput,
): Promise<LiveSessionPage> {
  const rows = await listLiveSessionsQuery(input, await getSettings());
  const page = rows.slice(0, input.limit).map(({ session, person }) => ({
    id: session.id,
    current: session.id === ctx.sessionId,
    client: session.client,
    method: session.method,
    device: describeDevice(session.userAgent),
    ip: session.ip,
    country: session.country,
    network: placeOf(session.ip).network,
    createdAt: session.createdAt.toISOString(),
    lastUsedAt: session.lastUsedAt.toISOString(),
    person,
  }));
  return { sessions: page, nextCursor: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null };
}

/** The statement of `listLiveSessions`: one row more than the page holds, if there are more. */
export function listLiveSessionsQuery(input: ListLiveSessionsInput, limits: SessionLimits) {
  const { cursor, limit, ...filter } = input;
  return database()
    .db.select({
      session: sessions,
      person: { id: users.id, displayName: users.displayName, username: users.username },
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(matchLiveSessions(filter, limits), cursor ? lt(sessions.id, cursor) : undefined))
    .orderBy(desc(sessions.id))
    .limit(limit + 1);
}
