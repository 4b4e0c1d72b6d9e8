import { and, asc, eq, isNull } from "drizzle-orm";
import type { GlassNotice } from "@/features/reports/dto";
import { userSummaryColumns } from "@/features/users/server/to-dto";
import { database } from "@/server/db/client";
import { breakGlassGrants, breakGlassNotices } from "@/server/db/schema/break-glass";
import { conversations } from "@/server/db/schema/conversations";
import { users } from "@/server/db/schema/users";

/** Readings of a person's conversations that they have not put away, oldest first. */
export async function listGlassNotices(userId: string, limit: number): Promise<GlassNotice[]> {
  const rows = await database()
    .db.select({
      grantId: breakGlassGrants.id,
      conversation: conversations.name,
      by: userSummaryColumns,
      reason: breakGlassGrants.reason,
      startedAt: breakGlassGrants.startedAt,
      expiresAt: breakGlassGrants.expiresAt,
    })
    .from(breakGlassNotices)
    .innerJoin(breakGlassGrants, eq(breakGlassGrants.id, breakGlassNotices.grantId))
    .innerJoin(conversations, eq(conversations.id, breakGlassGrants.conversationId))
    .innerJoin(users, eq(users.id, breakGlassGrants.requestedBy))
    .where(and(eq(breakGlassNotices.userId, userId), isNull(breakGlassNotices.seenAt)))
    .orderBy(asc(breakGlassNotices.toldAt))
    .limit(limit);
  return rows.flatMap(({ startedAt, expiresAt, ...row }) =>
    startedAt && expiresAt
      ? [{ ...row, startedAt: startedAt.toISOString(), expiresAt: expiresAt.toISOString() }]
      : [],
  );
}
