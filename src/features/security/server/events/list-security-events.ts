import { and, desc, eq, lt } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "@/server/db/client";
import { securityEvents } from "@/server/db/schema/security";
import { users } from "@/server/db/schema/users";
import type { SecurityEvent, SecurityEventPage } from "../../dto";
import type { SecurityEventKind } from "../../event-kinds";
import type { ListSecurityEventsInput } from "../../input";
import { matchSecurityEvents } from "./match-security-events";

const acknowledger = alias(users, "acknowledger");

/** Security events, the newest first, one keyset page at a time. */
export async function listSecurityEvents(input: ListSecurityEventsInput): Promise<SecurityEventPage> {
  const rows = await listSecurityEventsQuery(input);
  const events = rows.slice(0, input.limit).map(toSecurityEvent);
  return { events, nextCursor: rows.length > input.limit ? (events.at(-1)?.id ?? null) : null };
}

/** The statement of `listSecurityEvents`: one row more than the page holds, if there are more. */
export function listSecurityEventsQuery(input: ListSecurityEventsInput) {
  const { cursor, limit, ...filter } = input;
  return database()
    .db.select({
      event: securityEvents,
      person: { id: users.id, username: users.username, displayName: users.displayName },
      acknowledgedBy: {
        id: acknowledger.id,
        username: acknowledger.username,
        displayName: acknowledger.displayName,
      },
    })
    .from(securityEvents)
    .leftJoin(users, eq(users.id, securityEvents.userId))
    .leftJoin(acknowledger, eq(acknowledger.id, securityEvents.acknowledgedBy))
    .where(and(matchSecurityEvents(filter), cursor ? lt(securityEvents.id, cursor) : undefined))
    .orderBy(desc(securityEvents.id))
    .limit(limit + 1);
}

type Row = Awaited<ReturnType<typeof listSecurityEventsQuery>>[number];

function toSecurityEvent({ event, person, acknowledgedBy }: Row): SecurityEvent {
  const { id, score, times, ip, country } = event;
  return {
    ...{ id, score, times, ip, country, person, acknowledgedBy },
    kind: event.kind as SecurityEventKind,
    at: event.at.toISOString(),
    lastAt: event.lastAt.toISOString(),
    facts: event.facts as Record<string, string | number>,
    blockedUntil: event.blockedUntil?.toISOString() ?? null,
    acknowledgedAt: event.acknowledgedAt?.toISOString() ?? null,
  };
}
