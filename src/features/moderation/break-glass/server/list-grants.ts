import { desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { userSummaryColumns } from "@/features/users/server/to-dto";
import { database } from "@/server/db/client";
import { breakGlassGrants } from "@/server/db/schema/break-glass";
import { users } from "@/server/db/schema/users";
import type { GlassStatus, Grant } from "../dto";

const shown = 50;
const decider = alias(users, "decider");

/** Who asked to read a conversation, and what came of it, latest first. */
export async function listGrants({ conversationId }: { conversationId: string }): Promise<Grant[]> {
  const rows = await database()
    .db.select({
      id: breakGlassGrants.id,
      conversationId: breakGlassGrants.conversationId,
      requestedBy: userSummaryColumns,
      decidedBy: { id: decider.id, username: decider.username, displayName: decider.displayName },
      reason: breakGlassGrants.reason,
      minutes: breakGlassGrants.minutes,
      // One that has run out has ended, whether or not that was noted yet.
      status: sql<GlassStatus>`case when ${breakGlassGrants.status} = 'active' and ${breakGlassGrants.expiresAt} <= now() then 'ended' else ${breakGlassGrants.status} end`,
      createdAt: breakGlassGrants.createdAt,
      startedAt: breakGlassGrants.startedAt,
      expiresAt: breakGlassGrants.expiresAt,
    })
    .from(breakGlassGrants)
    .innerJoin(users, eq(users.id, breakGlassGrants.requestedBy))
    .leftJoin(decider, eq(decider.id, breakGlassGrants.decidedBy))
    .where(eq(breakGlassGrants.conversationId, conversationId))
    .orderBy(desc(breakGlassGrants.createdAt))
    .limit(shown);
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
  }));
}
