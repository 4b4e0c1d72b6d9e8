import { eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { adminConversationColumns } from "@/features/conversations/server/list-all-conversations";
import { userSummaryColumns } from "@/features/users/server/to-dto";
import { database } from "@/server/db/client";
import { breakGlassGrants } from "@/server/db/schema/break-glass";
import { conversations } from "@/server/db/schema/conversations";
import { users } from "@/server/db/schema/users";
import type { GlassStatus, Grant } from "../dto";

const decider = alias(users, "decider");
const { id, kind, name, people } = adminConversationColumns;

const columns = {
  id: breakGlassGrants.id,
  conversation: { id, kind, name, people },
  requestedBy: userSummaryColumns,
  decidedBy: { id: decider.id, username: decider.username, displayName: decider.displayName },
  reason: breakGlassGrants.reason,
  minutes: breakGlassGrants.minutes,
  // One that has run out has ended, whether or not that was noted yet.
  status: sql<GlassStatus>`case when ${breakGlassGrants.status} = 'active' and ${breakGlassGrants.expiresAt} <= now() then 'ended' else ${breakGlassGrants.status} end`,
  createdAt: breakGlassGrants.createdAt,
  startedAt: breakGlassGrants.startedAt,
  expiresAt: breakGlassGrants.expiresAt,
  remainingMs: sql<number>`case when ${breakGlassGrants.status} = 'active'
    then greatest(0, extract(epoch from ${breakGlassGrants.expiresAt} - clock_timestamp()) * 1000)::int else 0 end`,
};

/** Requests as they leave the server, still to be narrowed. */
export const selectGrants = () =>
  database()
    .db.select(columns)
    .from(breakGlassGrants)
    .innerJoin(conversations, eq(conversations.id, breakGlassGrants.conversationId))
    .innerJoin(users, eq(users.id, breakGlassGrants.requestedBy))
    .leftJoin(decider, eq(decider.id, breakGlassGrants.decidedBy))
    .$dynamic();

type Times = "createdAt" | "startedAt" | "expiresAt";
type Row = Omit<Grant, Times> & { createdAt: Date; startedAt: Date | null; expiresAt: Date | null };

export const toGrant = (row: Row): Grant => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  startedAt: row.startedAt?.toISOString() ?? null,
  expiresAt: row.expiresAt?.toISOString() ?? null,
});
